import { URN } from '../message/index.ts'
import { builtinSchemas } from './builtin-schemas.ts'
import { commonAttributes } from './common-attributes.ts'
import { findAttribute, findSchema, sameUrn } from './find.ts'
import type { ResourceModel, ResourceType, Schema } from './model.ts'

/** A schema nobody defined: no attribute is known, so nothing can be said about any. */
function unknownSchema(urn: string): Schema {
  return { id: urn, name: urn, attributes: [] }
}

function resolve(urn: string, schemas: readonly Schema[]): Schema {
  return findSchema(schemas, urn) ?? findSchema(builtinSchemas, urn) ?? unknownSchema(urn)
}

const DISCOVERY: readonly string[] = [URN.serviceProviderConfig, URN.resourceType, URN.schema]

/** SPEC: RFC7643-3.1 rules these, and many services publish them as optional. */
function isRuled({ id }: Schema, name: string): boolean {
  return !DISCOVERY.some((urn) => sameUrn(urn, id)) && /^(?:id|schemas)$/i.test(name)
}

function withCommonAttributes(schema: Schema): Schema {
  const listed = schema.attributes.filter(({ name }) => !isRuled(schema, name))
  const missing = commonAttributes(schema.id).filter(({ name }) => !findAttribute(listed, name))
  return { ...schema, attributes: [...missing, ...listed] }
}

/**
 * A resource type with its schemas resolved: first among `schemas` (what a target published), then among the built-in ones,
 * else a schema without attributes. The common attributes come in front, except those the core schema lists itself; of
 * `id` and `schemas` the RFC's own definition counts in any case.
 */
export function buildModel(type: ResourceType, schemas: readonly Schema[]): ResourceModel {
  const core = resolve(type.schema, schemas)
  return {
    type,
    core: withCommonAttributes(core),
    extensions: type.schemaExtensions.map(({ schema, required }) => ({
      schema: resolve(schema, schemas),
      required,
    })),
  }
}
