import type { Attribute, Schema } from './model.ts'

/** Schema URNs compare without case (RFC 7644 section 3.10). */
export function sameUrn(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

export function findSchema(schemas: readonly Schema[], urn: string): Schema | undefined {
  return schemas.find((schema) => sameUrn(schema.id, urn))
}

// A representation can have very many members, and a schema very many attributes.
const indexes = new WeakMap<readonly Attribute[], ReadonlyMap<string, Attribute>>()

/** By name without case (RFC 7643 section 2.1). */
export function findAttribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  let index = indexes.get(attributes)
  if (!index) {
    index = new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]))
    indexes.set(attributes, index)
  }
  return index.get(name.toLowerCase())
}
