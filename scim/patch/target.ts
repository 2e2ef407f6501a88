import { type Filter, type PatchPath, printPatchPath } from '../path/index.ts'
import {
  checkElementFilter,
  elementAttribute,
  findAttribute,
  findSchema,
  named,
  sameName,
} from '../resource/index.ts'
import type { Attribute, Schema } from '../schema/model.ts'
import { asBoolean } from './conform.ts'
import type { Context } from './context.ts'
import { invalidPath } from './refusals.ts'

/** What a path points to. */
export interface Target {
  readonly schema: Schema
  /** Absent where the path is the URN of a schema alone (AMB-061). */
  readonly attribute?: Attribute
  readonly filter?: Filter
  readonly sub?: Attribute
}

/**
 * Finds the target of a path.
 *
 * @throws ScimError 400 invalidPath for what no schema of the model knows (AMB-051), 400 invalidFilter for a filter
 *   that does not fit the attribute
 */
export function findTarget(path: PatchPath, context: Context): Target {
  const schema = findSchema(context.model, path.path.uri)
  if (!schema) throw unknown(path)
  if (path.path.attribute === '') return { schema }
  const found = findAttribute(context.model, path.path)
  if (!found) throw unknown(path)
  return path.filter ? filtered(path, path.filter, found, context) : found
}

function filtered(path: PatchPath, filter: Filter, found: Target, context: Context): Target {
  const { schema, attribute, sub } = found
  if (!attribute?.multiValued || sub) {
    throw invalidPath(
      `${printPatchPath(path)}: a filter selects among the values of a multi-valued attribute`,
    )
  }
  const coerced = context.options.coerceBooleans ? coerce(filter, attribute) : filter
  checkElementFilter(coerced, attribute)
  const target = { schema, attribute, filter: coerced }
  if (path.sub === undefined || isValueOfSimple(attribute, path.sub)) return target
  const inElement = named(attribute.subAttributes, path.sub)
  if (!inElement) throw unknown(path)
  return { ...target, sub: inElement }
}

/** AMB-062: `attribute[value eq "x"].value` of a simple attribute is the element itself. */
function isValueOfSimple(attribute: Attribute, sub: string): boolean {
  return attribute.type !== 'complex' && sameName(sub, 'value')
}

function unknown(path: PatchPath) {
  return invalidPath(`${printPatchPath(path)} is no attribute of this resource type`)
}

/** QUIRK: Entra selects roles by `primary eq "True"`. */
function coerce(filter: Filter, attribute: Attribute): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, left: coerce(filter.left, attribute), right: coerce(filter.right, attribute) }
    case 'not':
      return { ...filter, filter: coerce(filter.filter, attribute) }
    case 'compare':
      return coerceOperand(filter, attribute)
    default:
      return filter
  }
}

function coerceOperand(filter: Extract<Filter, { kind: 'compare' }>, attribute: Attribute): Filter {
  if (filter.op === 'pr' || elementAttribute(attribute, filter.path)?.type !== 'boolean') return filter
  return { ...filter, value: asBoolean(filter.value) as typeof filter.value }
}
