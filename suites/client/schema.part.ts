import type { Facts } from '#check'
import { type Attribute, findSchema } from '#scim/schema'

/** An attribute as its path names it, in lower case: `name.formatted`, `urn:…:department`. */
export type Described = ReadonlyMap<string, Attribute>

const known = new WeakMap<Facts, Map<string, Described>>()

/** What the endpoint's schemas say of the resources below a path, extensions included. */
export function described(facts: Facts, endpoint: string): Described {
  const byEndpoint = known.get(facts) ?? new Map<string, Described>()
  known.set(facts, byEndpoint)
  const found = byEndpoint.get(endpoint) ?? describe(facts, endpoint)
  byEndpoint.set(endpoint, found)
  return found
}

function describe(facts: Facts, endpoint: string): Described {
  const type = facts.resourceTypes.find((one) => one.endpoint.toLowerCase() === endpoint.toLowerCase())
  const attributes = new Map<string, Attribute>()
  const add = (prefix: string, list: readonly Attribute[], separator: string) => {
    for (const one of list) {
      const path = `${prefix}${separator}${one.name}`.toLowerCase()
      attributes.set(path, one)
      if (!one.multiValued) add(path, one.subAttributes ?? [], '.')
    }
  }
  add('', (type && findSchema(facts.schemas, type.schema)?.attributes) ?? [], '')
  for (const { schema } of type?.schemaExtensions ?? [])
    add(schema, findSchema(facts.schemas, schema)?.attributes ?? [], ':')
  return attributes
}

/** The core schema of the resources below a path. */
export function coreSchema(facts: Facts, endpoint: string): string | undefined {
  return facts.resourceTypes.find((one) => one.endpoint.toLowerCase() === endpoint.toLowerCase())?.schema
}
