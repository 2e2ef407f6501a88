import { FEATURES } from '#harness'
import { type JsonObject, OTHER_TOKENS } from '#scim'
import { AUTH_SHAPES, TLS_SHAPE } from './auth/auth-config.ts'
import { isShape, type Key, type Takes } from './auth/shape.ts'
import { KEYS, type Kind } from './config.ts'
import { LOAD_SHAPE } from './run/load-settings.ts'
import { SYNC_SHAPE } from './run/sync-config.ts'

const TEXT: JsonObject = { type: ['string', 'number'] }
const TEXTS: JsonObject = { type: 'object', additionalProperties: { type: 'string' } }
const URL: JsonObject = { type: 'string', format: 'uri', pattern: '^https?://' }
const SECRET: JsonObject = {
  type: 'string',
  pattern: '^(env:[A-Za-z_]\\w*|file:.+)$',
  description: 'A reference to a secret: env:NAME or file:PATH.',
}

/** The configuration file as a JSON Schema, for editors; made from the tables by which the file is read. */
export function configSchema(): JsonObject {
  const properties = Object.entries(KEYS).map(([name, kind]) => [name, schemaOf(kind)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:scim-test:config:1',
    title: 'Configuration of scim-test',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  }
}

function schemaOf(kind: Kind): JsonObject {
  const known: Readonly<Record<Kind, JsonObject>> = {
    text: TEXT,
    language: { enum: ['en', 'nb'] },
    number: { type: 'number', minimum: 0 },
    flag: { type: 'boolean' },
    list: { type: 'array', items: { type: 'string' } },
    texts: TEXTS,
    assume: assumeSchema(),
    create: { type: 'object', additionalProperties: { type: 'object' } },
    auth: authSchema(),
    tls: mapSchema(TLS_SHAPE.keys),
    proxy: { anyOf: [URL, SECRET] },
    sync: mapSchema(SYNC_SHAPE.keys),
    load: { anyOf: [{ type: 'boolean' }, mapSchema(LOAD_SHAPE.keys)] },
    tokens: mapSchema(Object.fromEntries(OTHER_TOKENS.map((name) => [name, { takes: 'secret' }]))),
  }
  return known[kind]
}

function assumeSchema(): JsonObject {
  const features = Object.fromEntries(FEATURES.map((name) => [name, { type: 'boolean' }]))
  return {
    type: 'object',
    properties: {
      features: { type: 'object', properties: features, additionalProperties: false },
      resourceTypes: { type: 'array', items: { type: 'object' } },
      schemas: { type: 'array', items: { type: 'object' } },
    },
    additionalProperties: false,
  }
}

/** One shape for each type. */
function authSchema(): JsonObject {
  const shapes = Object.entries(AUTH_SHAPES) as [string, Readonly<Record<string, Key>>][]
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: shapes.map(([type]) => type) } },
    oneOf: shapes.map(([type, keys]) => mapSchema({ type: { takes: [type], required: true }, ...keys })),
  }
}

function mapSchema(keys: Readonly<Record<string, Key>>): JsonObject {
  const required = Object.entries(keys).flatMap(([name, key]) => (key.required ? [name] : []))
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, { takes }]) => [name, valueSchema(takes)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}

function valueSchema(takes: Takes): JsonObject {
  if (isShape(takes)) return mapSchema(takes.keys)
  if (typeof takes === 'object') return { enum: [...takes] }
  if (takes === 'url') return URL
  if (takes === 'secret') return SECRET
  if (takes === 'secrets') return { type: 'object', additionalProperties: SECRET }
  if (takes === 'organisation') return { type: 'string', pattern: '^0192:\\d{9}$' }
  return takes === 'texts' ? TEXTS : TEXT
}
