import { type Json, type JsonObject, ScimError } from '../message/index.ts'
import { type AttributePath, printAttributePath } from '../path/index.ts'
import type { Attribute, ResourceModel } from '../schema/model.ts'
import { comparable } from './comparable.ts'
import { comparedAttribute } from './evaluate.ts'
import { containerIn, type FoundAttribute, findAttribute } from './lookup.ts'
import { isUnassigned, listOf, memberOf } from './members.ts'

export type SortOrder = 'ascending' | 'descending'

/**
 * The resources in the order of RFC 7644 section 3.4.2.3: by the type of the attribute and its `caseExact`, of several
 * values by the primary, else the first. Those without data come last ascending and first descending. Stable; the
 * input is left as it is.
 *
 * @throws ScimError 400 invalidPath for an unknown attribute, and for a complex one that has no `value`
 */
export function sortResources<R extends JsonObject>(
  resources: readonly R[],
  model: ResourceModel,
  path: AttributePath,
  order: SortOrder = 'ascending',
): R[] {
  const found = sortable(model, path)
  const sign = order === 'ascending' ? 1 : -1
  return resources
    .map((resource) => ({ resource, key: sortKey(resource, model, found) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key))
    .map(({ resource }) => resource)
}

interface Sortable extends FoundAttribute {
  /** What is ordered by, inside an element or a complex value; absent for simple attributes. */
  readonly sub?: Attribute
}

function sortable(model: ResourceModel, path: AttributePath): Sortable {
  const found = findAttribute(model, path)
  const target = found && comparedAttribute(found.sub ?? found.attribute)
  if (!found || !target) {
    throw new ScimError(
      400,
      'invalidPath',
      `Cannot sort by ${printAttributePath(path)}: name a simple attribute`,
    )
  }
  return found.attribute.type === 'complex' ? { ...found, sub: found.sub ?? target } : found
}

type Key = string | number | boolean | undefined

function sortKey(resource: JsonObject, model: ResourceModel, { schema, attribute, sub }: Sortable): Key {
  const elements = listOf(memberOf(containerIn(resource, model, schema), attribute.name))
  const primary = elements.find((element) => memberOf(element, 'primary') === true)
  const candidates = primary === undefined ? elements : [primary, ...elements]
  const values = candidates.flatMap((el): Json[] => (sub ? listOf(memberOf(el, sub.name)) : [el]))
  const value = values.find((item) => !isUnassigned(item))
  return value === undefined ? undefined : comparable(value, sub ?? attribute)
}

function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}
