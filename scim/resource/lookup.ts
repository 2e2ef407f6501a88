import type { Json, JsonObject } from '../message/index.ts'
import type { AttributePath } from '../path/index.ts'
import type { Attribute, ResourceModel, Schema } from '../schema/model.ts'
import { isUnassigned, listOf, memberOf, sameName } from './members.ts'

/** An attribute with the schema that defines it; `sub` where the path named a sub-attribute. */
export interface FoundAttribute {
  readonly schema: Schema
  readonly attribute: Attribute
  readonly sub?: Attribute
}

/** The URNs a path for this model can start with: core first, then the extensions. */
export function knownUrns(model: ResourceModel): string[] {
  return [model.core.id, ...model.extensions.map((extension) => extension.schema.id)]
}

/** The schema a path belongs to: that of its URN, the core schema where it has none. */
export function findSchema(model: ResourceModel, uri: string | undefined): Schema | undefined {
  if (uri === undefined || sameName(uri, model.core.id)) return model.core
  return model.extensions.find((extension) => sameName(uri, extension.schema.id))?.schema
}

/**
 * The definition a path points to, or undefined. Names and URNs match without case. A path without URN means the core
 * schema with the common attributes: extension attributes have to be qualified (RFC 7644 section 3.10).
 */
export function findAttribute(model: ResourceModel, path: AttributePath): FoundAttribute | undefined {
  const schema = findSchema(model, path.uri)
  const attribute = schema && named(schema.attributes, path.attribute)
  if (!schema || !attribute) return undefined
  if (path.sub === undefined) return { schema, attribute }
  const sub = named(attribute.subAttributes, path.sub)
  return sub && { schema, attribute, sub }
}

/** An attribute definition by name, without case. */
export function named(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.find((attribute) => sameName(attribute.name, name))
}

/** Where the attributes of a schema live in a resource: at the top, or in the container of the extension. */
export function containerIn(resource: JsonObject, model: ResourceModel, schema: Schema): Json | undefined {
  return sameName(schema.id, model.core.id) ? resource : memberOf(resource, schema.id)
}

/**
 * The assigned values a path points to, multi-valued attributes flattened; nothing for an unknown path.
 * A multi-valued complex attribute without sub-attribute gives its elements.
 * A path of a URN alone gives the container of that extension.
 */
export function valuesAt(resource: JsonObject, model: ResourceModel, path: AttributePath): Json[] {
  const schema = findSchema(model, path.uri)
  if (!schema) return []
  const container = containerIn(resource, model, schema)
  if (path.attribute === '') return listOf(container)
  const found = findAttribute(model, path)
  if (!found) return []
  const values = listOf(memberOf(container, found.attribute.name))
  const { sub } = found
  return sub === undefined ? values : values.flatMap((value) => listOf(memberOf(value, sub.name)))
}

/** Whether the attribute has a value in the resource. */
export function isAssigned(resource: JsonObject, model: ResourceModel, path: AttributePath): boolean {
  return valuesAt(resource, model, path).some((value) => !isUnassigned(value))
}
