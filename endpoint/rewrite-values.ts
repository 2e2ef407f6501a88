import { isObject, type Json, type JsonObject } from '#scim'
import type { Attribute, ResourceModel, Schema } from '#scim/schema'

/** What becomes of a value that has no parts; `undefined` takes it away. `path` is as in a filter, without a URN. */
type Change = (value: Json, attribute: Attribute, path: string) => Json | undefined

const IDENTITY = new Set(['id', 'schemas', 'meta', 'externalId', 'userName'])

/** A resource with its values changed one by one, but for those by which it is known. */
export function rewriteValues(resource: JsonObject, model: ResourceModel, change: Change): JsonObject {
  const core = model.core.attributes.filter(({ name }) => !IDENTITY.has(name))
  const rewritten = members(resource, core, '', change)
  const containers = model.extensions.flatMap(({ schema }): [string, Json][] => {
    const container = rewritten[schema.id]
    return isObject(container) ? [[schema.id, members(container, schema.attributes, '', change)]] : []
  })
  return { ...rewritten, ...Object.fromEntries(containers) }
}

function members(object: JsonObject, attributes: readonly Attribute[], prefix: string, change: Change) {
  const entries = Object.entries(object).flatMap(([name, value]): [string, Json][] => {
    const attribute = attributes.find((one) => one.name === name)
    const changed = attribute ? values(value, attribute, `${prefix}${name}`, change) : value
    return changed === undefined ? [] : [[name, changed]]
  })
  return Object.fromEntries(entries)
}

function values(value: Json, attribute: Attribute, path: string, change: Change): Json | undefined {
  if (!Array.isArray(value)) return single(value, attribute, path, change)
  return value.flatMap((one) => single(one, attribute, path, change) ?? [])
}

function single(value: Json, attribute: Attribute, path: string, change: Change): Json | undefined {
  return isObject(value)
    ? members(value, attribute.subAttributes, `${path}.`, change)
    : change(value, attribute, path)
}

/** A model whose attributes are defined in another way; made once for each. */
export function redefining(
  change: (attribute: Attribute) => Attribute,
): (model: ResourceModel) => ResourceModel {
  const made = new WeakMap<ResourceModel, ResourceModel>()
  const redefined = (attribute: Attribute): Attribute => {
    const changed = change(attribute)
    return { ...changed, subAttributes: changed.subAttributes.map(redefined) }
  }
  const schemaOf = (schema: Schema): Schema => ({ ...schema, attributes: schema.attributes.map(redefined) })
  return (model) => {
    const known = made.get(model) ?? {
      ...model,
      core: schemaOf(model.core),
      extensions: model.extensions.map((one) => ({ ...one, schema: schemaOf(one.schema) })),
    }
    made.set(model, known)
    return known
  }
}
