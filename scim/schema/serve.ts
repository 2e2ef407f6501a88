import { type JsonObject, URN } from '../message/index.ts'
import type { Attribute, ResourceType, Schema } from './model.ts'

/** A schema as `/Schemas` serves it. With a base URL (no slash at its end) `meta.location` is filled in. */
export function schemaToJson(schema: Schema, baseUrl?: string): JsonObject {
  return {
    schemas: [URN.schema],
    id: schema.id,
    name: schema.name,
    ...described(schema.description),
    attributes: schema.attributes.map(attributeToJson),
    meta: meta('Schema', `/Schemas/${schema.id}`, baseUrl),
  }
}

/** A resource type as `/ResourceTypes` serves it. With a base URL (no slash at its end) `meta.location` is filled in. */
export function resourceTypeToJson(type: ResourceType, baseUrl?: string): JsonObject {
  return {
    schemas: [URN.resourceType],
    id: type.name,
    name: type.name,
    endpoint: type.endpoint,
    schema: type.schema,
    schemaExtensions: type.schemaExtensions.map(({ schema, required }) => ({ schema, required })),
    meta: meta('ResourceType', `/ResourceTypes/${encodeURIComponent(type.name)}`, baseUrl),
  }
}

function meta(resourceType: string, path: string, baseUrl: string | undefined): JsonObject {
  return baseUrl === undefined ? { resourceType } : { resourceType, location: `${baseUrl}${path}` }
}

function described(description: string | undefined): JsonObject {
  return description === undefined ? {} : { description }
}

function attributeToJson(attribute: Attribute): JsonObject {
  const { name, type, multiValued, required, mutability, returned } = attribute
  return {
    name,
    type,
    multiValued,
    ...described(attribute.description),
    required,
    ...comparison(attribute),
    mutability,
    returned,
    ...lists(attribute),
  }
}

// SPEC: RFC7643-2.3.2-02, RFC7643-2.3.8-03: a boolean or complex attribute has neither characteristic.
function comparison({ type, caseExact, uniqueness }: Attribute): JsonObject {
  const textual = type === 'string' || type === 'reference' || type === 'binary'
  const unique = textual || type === 'integer' || type === 'decimal' || type === 'dateTime'
  return {
    ...(textual || caseExact ? { caseExact } : {}),
    ...(unique || uniqueness !== 'none' ? { uniqueness } : {}),
  }
}

function lists({ canonicalValues, referenceTypes, subAttributes }: Attribute): JsonObject {
  return {
    ...(canonicalValues ? { canonicalValues: [...canonicalValues] } : {}),
    ...(referenceTypes ? { referenceTypes: [...referenceTypes] } : {}),
    ...(subAttributes.length > 0 ? { subAttributes: subAttributes.map(attributeToJson) } : {}),
  }
}
