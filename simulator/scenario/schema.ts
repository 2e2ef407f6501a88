import type { Json, JsonObject } from '#scim'
import { GATES, MOST_ON_DEMAND } from '../policy.ts'
import { ID, KEY, KEYS as TOP } from '../scenario.ts'
import { IDENTITY_NUMBERS } from './identity-number.ts'
import { ADDRESS, EMAIL_TYPES, ENTERPRISE, NAME, PERSON, PHONES, SINGLE } from './person.ts'
import { FLAGS, NUMBERS, KEYS as PROVIDER, SCOPABLE, SEARCHABLE, UNMAPPABLE, WORDS } from './policy.ts'
import { ALONE, KINDS, SET_UP } from './timeline.ts'

/**
 * The language of scenario files as JSON Schema, for editors. Made from the lists that the reader itself goes by; who
 * is whom, and in which order things can happen, only the reader can tell.
 */
export function scenarioSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:scim-test:scenario',
    title: 'Scenario of scim-test: a story in the words of an organisation',
    ...shape(fieldsOf(TOP, top), ['id', 'title', 'people', 'timeline']),
    $defs: {
      key: TEXT_KEY,
      person: { ...person(TEXT), required: ['userName'] },
      changes: { ...person(NULLABLE), minProperties: 1 },
      expected: person(NULLABLE, { active: FLAG }),
      group: shape({ displayName: TEXT, externalId: TEXT, parent: TEXT }, ['displayName']),
      filter: { ...shape(fieldsOf(SCOPABLE, same(SCOPABLE, ref('condition')))), minProperties: 1 },
      condition: {
        anyOf: [TEXT, { ...shape({ not: TEXT, empty: FLAG }), minProperties: 1, maxProperties: 1 }],
      },
    },
  }
}

const TEXT: JsonObject = { type: 'string', minLength: 1 }
const NULLABLE: JsonObject = { type: ['string', 'null'], minLength: 1 }
const FLAG: JsonObject = { type: 'boolean' }
const NUMBER: JsonObject = { type: 'number', minimum: 0 }
const TEXT_KEY: JsonObject = { type: 'string', pattern: KEY.source }
const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` })
const WHO = ref('key')
const SCOPE: JsonObject = { type: 'array', items: ref('filter') }
const listOf = (items: Json): JsonObject => ({ type: 'array', items })
const oneOf = (words: readonly string[]): JsonObject => ({ enum: [...words] })
const keyed = (value: Json): JsonObject => ({
  type: 'object',
  propertyNames: { pattern: KEY.source },
  additionalProperties: value,
})

/** `"key: value"` lines with these keys and no others. */
function shape(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required: [...required] } : {}),
    additionalProperties: false,
  }
}

/** A schema for each key that the reader knows; what nothing is said about may be anything. */
function fieldsOf(keys: readonly string[], known: Readonly<Record<string, Json>>): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, known[key] ?? true]))
}

function person(text: JsonObject, more: JsonObject = {}): JsonObject {
  const all = (keys: readonly string[]) => shape(fieldsOf(keys, same(keys, text)))
  const email = shape({ value: text, type: oneOf(EMAIL_TYPES) }, ['value'])
  return shape({
    ...fieldsOf(PERSON, {
      ...same(SINGLE, text),
      name: all(NAME),
      enterprise: all(ENTERPRISE),
      phoneNumbers: all(PHONES),
      address: all(ADDRESS),
      emails: listOf({ anyOf: [text, email] }),
      nationalId: { enum: [...IDENTITY_NUMBERS, ...(text === NULLABLE ? [null] : [])] },
    }),
    ...more,
  })
}

function same(keys: readonly string[], value: Json): Record<string, Json> {
  return Object.fromEntries(keys.map((key) => [key, value]))
}

const provider: JsonObject = shape(
  fieldsOf(PROVIDER, {
    matchUsers: listOf(oneOf(SEARCHABLE)),
    matchGroups: listOf(oneOf(SEARCHABLE)),
    unmapped: listOf(oneOf(UNMAPPABLE)),
    preview: FLAG,
    firstWriteAfter: listOf(oneOf(GATES)),
    groupsUnder: TEXT,
    assignedGroups: listOf(WHO),
    scope: SCOPE,
    ...same(FLAGS, FLAG),
    ...same(NUMBERS, NUMBER),
    ...Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, oneOf(words)])),
  }),
)

/** Events that say more than whom they are about. All others take the key of a person or a group. */
const SHAPES: Readonly<Record<string, JsonObject>> = {
  join: shape({ person: WHO, group: WHO }, ['person', 'group']),
  quit: shape({ person: WHO, group: WHO }, ['person', 'group']),
  move: shape({ person: WHO, from: WHO, to: WHO }, ['person', 'from', 'to']),
  nest: shape({ group: WHO, in: WHO }, ['group', 'in']),
  unnest: shape({ group: WHO, from: WHO }, ['group', 'from']),
  manager: shape({ person: WHO, is: { anyOf: [WHO, { type: 'null' }] } }, ['person']),
  rename: {
    ...shape({ person: WHO, group: WHO, to: { anyOf: [ref('changes'), ref('group')] } }, ['to']),
    oneOf: [{ required: ['person'] }, { required: ['group'] }],
  },
  remove: { anyOf: [WHO, { ...shape({ person: WHO, group: WHO }), minProperties: 1, maxProperties: 1 }] },
  wait: { type: 'string', pattern: '^\\d+ (hours?|days?)$' },
  outage: shape({ after: NUMBER, status: NUMBER }),
  throttle: shape({ after: NUMBER, requests: NUMBER, retryAfter: NUMBER }),
  drift: shape({ group: WHO, without: WHO }, ['group', 'without']),
  'other source': {
    ...shape({ group: WHO, adds: WHO, removes: WHO }, ['group']),
    oneOf: [{ required: ['adds'] }, { required: ['removes'] }],
  },
  mapping: {
    ...shape({
      ...same(['matchUsers', 'matchGroups'], listOf(oneOf(SEARCHABLE))),
      unmapped: listOf(oneOf(UNMAPPABLE)),
      roles: oneOf(WORDS.roles),
      scope: SCOPE,
    }),
    minProperties: 1,
  },
  done: oneOf(SET_UP),
  'on demand': {
    anyOf: [WHO, shape({ group: WHO, with: { ...listOf(WHO), maxItems: MOST_ON_DEMAND } }, ['group'])],
  },
}

const moment: JsonObject = {
  anyOf: [
    oneOf(ALONE),
    ...KINDS.filter((kind) => !ALONE.some((one) => one === kind)).map((kind) =>
      shape({ [kind]: SHAPES[kind] ?? WHO }, [kind]),
    ),
  ],
}

const keys: JsonObject = { anyOf: [WHO, listOf(WHO)] }

const top: Readonly<Record<string, Json>> = {
  id: { type: 'string', pattern: ID.source },
  title: TEXT,
  dialects: listOf({ type: 'string', pattern: ID.source }),
  people: keyed(ref('person')),
  groups: keyed(ref('group')),
  existing: listOf(shape({ like: WHO, but: { type: 'object' }, active: FLAG }, ['like'])),
  provider,
  timeline: { ...listOf(moment), minItems: 1 },
  expect: listOf({
    anyOf: [
      shape({ person: WHO, has: ref('expected') }, ['person', 'has']),
      shape({ person: WHO, gone: { const: true } }, ['person', 'gone']),
      shape({ group: WHO, gone: { const: true } }, ['group', 'gone']),
      { ...shape({ group: WHO, has: keys, lacks: keys }, ['group']), minProperties: 2 },
    ],
  }),
}
