import type { JsonObject } from '../message/index.ts'
import { commonAttributes } from './common-attributes.ts'
import { findAttribute } from './find.ts'
import type { Attribute, ResourceModel, Schema } from './model.ts'

/** What a representation is for: an answer, the body of a POST, or the body of a PUT. */
export type Purpose = 'response' | 'create' | 'replace'

/**
 * What a part of a derived JSON Schema stands for, carried under the annotation `x-scim`.
 * `missing` is the kind of violation when it is absent, and says nothing where it may be.
 */
export interface Origin {
  /** `emails.type`; with the URN in front where it belongs to an extension; the URN alone for the extension itself. */
  readonly attribute: string
  readonly definition?: Attribute
  readonly element?: boolean
  readonly missing?: 'missing-required' | 'missing-always'
}

/** The annotation under which the origin stands, and the one under which the canonical values stand. */
export const ORIGIN = 'x-scim'
export const CANONICAL = 'x-scim-canonicalValues'

interface Scope {
  readonly purpose: Purpose
  /** What the names stand behind: empty, `name.` or `urn:…:`. */
  readonly prefix: string
}

/**
 * A JSON Schema (draft 2020-12) for representations of a resource.
 *
 * It wants the RFC spelling of names, takes null and (for many values) an empty array where a value may be missing, has the
 * formats `xsd-dateTime`, `base64` and `uri-reference`, and states canonical values as an annotation only, for RFC 7643
 * section 7 has them as suggestions. Every part names the attribute it comes from under `x-scim`.
 */
export function jsonSchemaFor(model: ResourceModel, purpose: Purpose): JsonObject {
  const object = objectSchema(model.core, { purpose, prefix: '' }, isUnknown(model.core))
  const extensions = judgeable(model).map(({ schema, required }) => ({
    urn: schema.id,
    required,
    content: extensionSchema(schema, purpose, required),
  }))
  const needed = extensions.filter(({ required }) => required).map(({ urn }) => urn)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${model.type.name} (${purpose})`,
    ...object,
    properties: {
      ...(object.properties as JsonObject),
      ...fromEntries(extensions.map(({ urn, content }) => [urn, content])),
    },
    required: [...(object.required as string[]), ...needed],
    dependentSchemas: fromEntries(
      extensions.map(({ urn }) => [urn, { properties: { schemas: naming(urn) } }]),
    ),
    allOf: [{ properties: { schemas: naming(model.core.id) } }],
  }
}

/** Compiling takes a millisecond an attribute. No real resource type is near this. */
const MOST_ATTRIBUTES = 2_000

/** The extensions; those after more attributes than can be compiled as if nobody had defined them. */
function judgeable({ core, extensions }: ResourceModel): ResourceModel['extensions'] {
  let total = count(core.attributes)
  return extensions.map((extension) => {
    total += count(extension.schema.attributes)
    if (total <= MOST_ATTRIBUTES) return extension
    return { ...extension, schema: { ...extension.schema, attributes: [] } }
  })
}

function count(attributes: readonly Attribute[]): number {
  return attributes.reduce((sum, { subAttributes }) => sum + 1 + count(subAttributes), 0)
}

/** `Object.fromEntries` defines own members even for names such as `__proto__`. */
function fromEntries(entries: readonly (readonly [string, JsonObject])[]): JsonObject {
  return Object.fromEntries(entries)
}

function annotation(origin: Origin): JsonObject {
  return { [ORIGIN]: origin as unknown as JsonObject }
}

/** `schemas` has to contain this URN, if it is an array at all. */
function naming(urn: string): JsonObject {
  return { contains: { const: urn }, ...annotation({ attribute: urn }) }
}

function extensionSchema(schema: Schema, purpose: Purpose, required: boolean): JsonObject {
  const missing = required ? 'missing-required' : undefined
  return {
    ...objectSchema(schema, { purpose, prefix: `${schema.id}:` }, isUnknown(schema)),
    type: orNull('object', missing),
    ...annotation({ attribute: schema.id, ...(missing ? { missing } : {}) }),
  }
}

/** Nobody defined it: nothing can be said about its attributes. */
function isUnknown(schema: Schema): boolean {
  const common = commonAttributes(schema.id)
  return schema.attributes.every(({ name }) => findAttribute(common, name))
}

function objectSchema({ attributes }: Pick<Schema, 'attributes'>, scope: Scope, open: boolean): JsonObject {
  const missable = attributes.filter((attribute) => missingKind(attribute, scope.purpose))
  return {
    type: 'object',
    properties: fromEntries(
      attributes.map((attribute) => [attribute.name, attributeSchema(attribute, scope)]),
    ),
    required: missable.map(({ name }) => name),
    ...(open ? {} : { additionalProperties: false }),
  }
}

/** What it means when the attribute is absent; nothing where it may be. */
function missingKind(attribute: Attribute, purpose: Purpose): Origin['missing'] {
  const { required, returned, mutability } = attribute
  if (purpose !== 'response') return required && mutability !== 'readOnly' ? 'missing-required' : undefined
  if (mutability === 'writeOnly') return undefined
  if (returned === 'always') return required ? 'missing-always' : undefined
  return required && returned === 'default' ? 'missing-required' : undefined
}

function attributeSchema(attribute: Attribute, scope: Scope): JsonObject {
  const path = `${scope.prefix}${attribute.name}`
  const missing = missingKind(attribute, scope.purpose)
  const origin: Origin = { attribute: path, definition: attribute, ...(missing ? { missing } : {}) }
  if (scope.purpose === 'response' && isNeverReturned(attribute)) return { not: {}, ...annotation(origin) }
  const value = valueSchema(attribute, path, scope)
  if (!attribute.multiValued) {
    return { ...value, type: orNull(value.type as string, missing), ...annotation(origin) }
  }
  return {
    type: orNull('array', missing),
    ...(missing ? { minItems: 1 } : {}),
    items: { ...value, ...annotation({ attribute: path, definition: attribute, element: true }) },
    ...annotation(origin),
  }
}

/** SPEC: RFC7643-7-34 and RFC7643-7-32. */
function isNeverReturned({ returned, mutability }: Attribute): boolean {
  return returned === 'never' || mutability === 'writeOnly'
}

/** SPEC: RFC7643-2.5-01. A null is as good as an absent attribute, so it is as bad where there must be one. */
function orNull(type: string, missing: Origin['missing']): string | string[] {
  return missing ? type : [type, 'null']
}

function valueSchema(attribute: Attribute, path: string, { purpose }: Scope): JsonObject {
  const values = attribute.canonicalValues
  const canonical = values && values.length > 0 ? { [CANONICAL]: [...values] } : {}
  switch (attribute.type) {
    case 'complex': {
      const { subAttributes } = attribute
      return objectSchema(
        { attributes: subAttributes },
        { purpose, prefix: `${path}.` },
        subAttributes.length === 0,
      )
    }
    case 'boolean':
      return { type: 'boolean' }
    case 'integer':
      return { type: 'integer' }
    case 'decimal':
      return { type: 'number' }
    case 'dateTime':
      return { type: 'string', format: 'xsd-dateTime', ...canonical }
    case 'binary':
      return { type: 'string', format: 'base64', ...canonical }
    case 'reference':
      return { type: 'string', format: 'uri-reference', ...canonical }
    case 'string':
      return { type: 'string', ...canonical }
  }
}
