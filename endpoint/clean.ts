import { isObject, type Json, type JsonObject } from '#scim'
import { isUnassigned } from '#scim/resource'
import { type Attribute, findAttribute, type ResourceModel, type Schema, sameUrn } from '#scim/schema'

/** What of a body counts. */
export interface Cleaned {
  /** Spelled as in the schemas, without read-only and unknown attributes and without those that have no value. */
  readonly resource: JsonObject
  /** Every attribute the body mentions, be it only to clear it, in attribute notation. */
  readonly mentioned: readonly string[]
  /** What no schema knows. */
  readonly unknown: readonly string[]
}

/**
 * Takes from a body what a client may write (RFC 7644 section 3.3: read-only attributes are ignored). Values are taken
 * as they are: whether they fit is for the validator to say.
 */
export function clean(given: JsonObject, model: ResourceModel): Cleaned {
  const cleaner = new Cleaner(model)
  return { resource: cleaner.body(given), mentioned: cleaner.mentioned, unknown: cleaner.unknown }
}

class Cleaner {
  readonly mentioned: string[] = []
  readonly unknown: string[] = []
  readonly #model: ResourceModel

  constructor(model: ResourceModel) {
    this.#model = model
  }

  body(given: JsonObject): JsonObject {
    const { core, extensions } = this.#model
    const rest: JsonObject = {}
    const containers: [string, Json][] = []
    for (const [name, value] of Object.entries(given)) {
      const extension = extensions.find(({ schema }) => sameUrn(schema.id, name))?.schema
      if (extension) containers.push([extension.id, this.#container(value, extension)])
      else if (name.toLowerCase() !== 'schemas')
        Object.defineProperty(rest, name, { value, enumerable: true })
    }
    const own = this.#members(rest, core.attributes, '', true)
    return { ...own, ...Object.fromEntries(containers.filter(([, value]) => !isUnassigned(value))) }
  }

  #container(value: Json, { id, attributes }: Schema): Json {
    if (!isObject(value)) this.mentioned.push(...attributes.map(({ name }) => `${id}:${name}`))
    if (!isObject(value) || attributes.length === 0) return value
    return this.#members(value, attributes, `${id}:`, true)
  }

  #members(given: JsonObject, attributes: readonly Attribute[], prefix: string, top: boolean): JsonObject {
    const kept: JsonObject = {}
    for (const [name, value] of Object.entries(given)) {
      const attribute = findAttribute(attributes, name)
      if (!attribute) this.unknown.push(`${prefix}${name}`)
      else if (attribute.mutability !== 'readOnly' && !isSaidBetter(given, name, attribute)) {
        if (top) this.mentioned.push(`${prefix}${attribute.name}`)
        const inner = this.#value(value, attribute, `${prefix}${attribute.name}.`)
        if (!isUnassigned(inner)) kept[attribute.name] = inner
      }
    }
    return kept
  }

  #value(value: Json, attribute: Attribute, prefix: string): Json {
    const { subAttributes, multiValued } = attribute
    const single = (item: Json) =>
      isObject(item) && subAttributes.length > 0 ? this.#members(item, subAttributes, prefix, false) : item
    if (!multiValued || !Array.isArray(value)) return single(value)
    return withoutRepeats(value.map(single).filter((item) => !isUnassigned(item)))
  }
}

/** Where one name comes in several spellings the right one counts. */
function isSaidBetter(given: JsonObject, name: string, attribute: Attribute): boolean {
  return name !== attribute.name && Object.hasOwn(given, attribute.name)
}

/** SPEC: RFC7643-2.4-11: the same value with the same type is there once. */
function withoutRepeats(elements: Json[]): Json[] {
  const seen = new Set<string>()
  return elements.filter((element) => {
    const told = isObject(element) && element.value !== undefined
    const key = JSON.stringify(told ? [element.value, element.type ?? null] : element)
    return !seen.has(key) && seen.add(key)
  })
}
