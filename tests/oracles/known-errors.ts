import { type JsonObject, URN } from '#scim'
import {
  type AttributePath,
  type CompareFilter,
  type Filter,
  printAttributePath,
  printFilter,
} from '#scim/path'
import { valuesAt } from '#scim/resource'
import { model } from './directory.sample.ts'
import type { FilterOracle } from './tricky-filters.ts'

/** Something a library gets wrong, which excuses it from agreeing with us on such a filter over such a resource. */
export interface KnownError {
  readonly reason: string
  /** The row of the requirements catalogue, or the ambiguity that we read differently. */
  readonly row: string
  concerns(filter: Filter, resource: JsonObject): boolean
}

/** A comparison, with its path from the resource down. */
interface Leaf {
  readonly compare: CompareFilter
  readonly path: AttributePath
}

function leaves(filter: Filter, parent?: AttributePath): Leaf[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...leaves(filter.left, parent), ...leaves(filter.right, parent)]
    case 'not':
      return leaves(filter.filter, parent)
    case 'valuePath':
      return leaves(filter.filter, filter.path)
    case 'compare':
      return [{ compare: filter, path: parent ? { ...parent, sub: filter.path.attribute } : filter.path }]
  }
}

/** Whether a filter, or one it is made of, is such. */
function some(filter: Filter, test: (part: Filter) => boolean): boolean {
  if (test(filter)) return true
  if (filter.kind === 'compare') return false
  if (filter.kind === 'and' || filter.kind === 'or')
    return some(filter.left, test) || some(filter.right, test)
  return some(filter.filter, test)
}

/** How deep the parentheses and brackets of the printed filter go. */
function nesting(filter: Filter): number {
  let deepest = 0
  let depth = 0
  for (const character of printFilter(filter).replace(/"[^"]*"/g, '')) {
    if ('(['.includes(character)) depth += 1
    if (')]'.includes(character)) depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const above = ({ uri, attribute }: AttributePath): AttributePath => ({ ...(uri && { uri }), attribute })

/** Whether the resource, or one of the elements the path goes through, has no value there. */
function lacks(resource: JsonObject, path: AttributePath): boolean {
  const values = valuesAt(resource, model, path).length
  return values === 0 || values < valuesAt(resource, model, above(path)).length
}

const unequalToNothing: KnownError = {
  reason: '"ne" is false where there is no value',
  row: 'AMB-068',
  concerns: (filter, resource) =>
    leaves(filter).some(
      ({ compare, path }) => compare.op === 'ne' && compare.value !== null && lacks(resource, path),
    ),
}
const nothingIsNull: KnownError = {
  reason: '"eq null" is false where there is no value',
  row: 'AMB-069',
  concerns: (filter, resource) =>
    leaves(filter).some(
      ({ compare, path }) => compare.op === 'eq' && compare.value === null && lacks(resource, path),
    ),
}
const primaryAssumed: KnownError = {
  reason: 'an absent "primary" does not count as false',
  row: 'AMB-077',
  concerns: (filter, resource) =>
    leaves(filter).some(
      ({ compare, path }) =>
        path.sub === 'primary' && 'value' in compare && compare.value === false && lacks(resource, path),
    ),
}
const elementsMixed: KnownError = {
  reason: 'conditions in brackets may hold on different elements',
  row: 'RFC7644-3.4.2.2-29',
  concerns: (filter, resource) =>
    some(filter, ({ kind }) => kind === 'valuePath') &&
    valuesAt(resource, model, { attribute: 'emails' }).length > 1,
}
const coreUrn: KnownError = {
  reason: 'the URN of the core schema is taken for a container',
  row: 'RFC7644-3.4.2.2-34',
  concerns: (filter) => leaves(filter).some(({ path }) => path.uri === URN.user),
}

export const knownErrors: Record<FilterOracle, readonly KnownError[]> = {
  scimmy: [
    {
      reason: 'breaks down over a sub-attribute where the parent has no value',
      row: 'RFC7644-3.4.2.2-04',
      concerns: (filter, resource) =>
        leaves(filter).some(
          ({ path }) => path.sub !== undefined && valuesAt(resource, model, above(path)).length === 0,
        ),
    },
    {
      reason: 'finds nothing under the URN of a schema',
      row: 'RFC7644-3.4.2.2-34',
      concerns: (filter) => leaves(filter).some(({ path }) => path.uri !== undefined),
    },
    {
      reason: 'takes a parenthesis in a string inside a group for one of the filter',
      row: 'RFC7644-3.4.2.2-33',
      concerns: (filter) =>
        nesting(filter) > 0 &&
        leaves(filter).some(({ compare }) => 'value' in compare && /[()[\]]/.test(String(compare.value))),
    },
    {
      reason: 'negates a comparison with several values for each of them, not as a whole',
      row: 'RFC7644-3.4.2.2-36',
      concerns: (filter, resource) =>
        some(filter, ({ kind }) => kind === 'not') &&
        leaves(filter).some(({ path }) => valuesAt(resource, model, above(path)).length > 1),
    },
    {
      reason: 'mixes up conditions where a group with "or" is part of an "and"',
      row: 'RFC7644-3.4.2.2-27',
      concerns: (filter) =>
        some(filter, (part) => part.kind === 'and' && (part.left.kind === 'or' || part.right.kind === 'or')),
    },
    {
      reason: 'wants conditions on an attribute with several values to hold for the same one',
      row: 'RFC7644-3.4.2.2-36',
      concerns: (filter, resource) => {
        const several = leaves(filter)
          .filter(({ path }) => valuesAt(resource, model, above(path)).length > 1)
          .map(({ path }) => printAttributePath(path))
        return some(filter, ({ kind }) => kind === 'and') && new Set(several).size < several.length
      },
    },
    primaryAssumed,
    {
      reason: 'gets parentheses inside parentheses or brackets wrong',
      row: 'RFC7644-3.4.2.2-27',
      concerns: (filter) => nesting(filter) > 1,
    },
    {
      reason: 'negates the members of a group without swapping "and" and "or"',
      row: 'RFC7644-3.4.2.2-26',
      concerns: (filter) =>
        some(filter, (part) => part.kind === 'not' && ['and', 'or'].includes(part.filter.kind)),
    },
  ],
  'scim2-parse-filter': [unequalToNothing, nothingIsNull, primaryAssumed, coreUrn, elementsMixed],
  'scim-query-filter-parser': [
    {
      reason: 'refuses "not"',
      row: 'RFC7644-3.4.2.2-26',
      concerns: (filter) => some(filter, ({ kind }) => kind === 'not'),
    },
    {
      reason: 'refuses the URN of a schema',
      row: 'RFC7644-3.4.2.2-34',
      concerns: (filter) => leaves(filter).some(({ path }) => path.uri !== undefined),
    },
    {
      reason: 'forgets a condition of a chain of three or more with "and"',
      row: 'RFC7644-3.4.2.2-24',
      concerns: (filter) =>
        some(
          filter,
          (part) => part.kind === 'and' && (part.left.kind === 'and' || part.right.kind === 'and'),
        ),
    },
    unequalToNothing,
    nothingIsNull,
    primaryAssumed,
  ],
}
