import type { Json, JsonObject } from '../message/index.ts'
import type { Filter } from '../path/index.ts'
import { named, setMember } from '../resource/index.ts'
import type { Attribute } from '../schema/model.ts'
import { conform } from './conform.ts'
import type { Context } from './context.ts'

/**
 * The element a value filter describes: the constants it compares for equality, joined by `and`. Undefined where the
 * filter leaves a choice (`or`, `not`).
 */
export function seed(filter: Filter, attribute: Attribute, context: Context): JsonObject | undefined {
  const constants = constantsOf(filter)
  if (!constants) return undefined
  const element: JsonObject = {}
  for (const [name, value] of constants) {
    const sub = named(attribute.subAttributes, name)
    if (sub) setMember(element, sub.name, conform(value, sub, context))
  }
  return element
}

function constantsOf(filter: Filter): [string, Json][] | undefined {
  if (filter.kind === 'and') {
    const [left, right] = [constantsOf(filter.left), constantsOf(filter.right)]
    return left && right && [...left, ...right]
  }
  if (filter.kind !== 'compare') return undefined
  return filter.op === 'eq' && filter.value !== null ? [[filter.path.attribute, filter.value]] : []
}
