import { ScimError } from '../message/index.ts'
import {
  type AttributePath,
  type CompareFilter,
  type Filter,
  type Literal,
  printAttributePath,
  printFilter,
} from '../path/index.ts'
import type { Attribute, ResourceModel } from '../schema/model.ts'
import { comparable } from './comparable.ts'
import { comparedAttribute, elementAttribute, refuseSenseless } from './evaluate.ts'
import { findAttribute } from './lookup.ts'

/**
 * Refuses a filter that cannot be meant for this model, for those who prefer an error to "no match" (AMB-075, AMB-076):
 * unknown attributes, complex attributes without sub-attribute, operands or operators that do not fit the type,
 * brackets on what has no elements.
 *
 * @throws ScimError 400 invalidFilter
 */
export function checkFilter(filter: Filter, model: ResourceModel): void {
  check(filter, (path) => {
    const found = findAttribute(model, path)
    return found && (found.sub ?? found.attribute)
  })
}

/** As `checkFilter`, for the filter in the brackets of a value path on this attribute. */
export function checkElementFilter(filter: Filter, attribute: Attribute): void {
  check(filter, (path) => elementAttribute(attribute, path))
}

type Find = (path: AttributePath) => Attribute | undefined

function check(filter: Filter, find: Find): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      check(filter.left, find)
      check(filter.right, find)
      return
    case 'not':
      check(filter.filter, find)
      return
    case 'valuePath':
      checkValuePath(filter, found(filter.path, find))
      return
    case 'compare':
      checkComparison(filter, found(filter.path, find))
  }
}

function found(path: AttributePath, find: Find): Attribute {
  return find(path) ?? refuse(`there is no attribute ${printAttributePath(path)}`)
}

function checkValuePath(filter: Extract<Filter, { kind: 'valuePath' }>, attribute: Attribute): void {
  if (attribute.type !== 'complex' && !attribute.multiValued)
    refuse(`${attribute.name} has no elements to select`)
  checkElementFilter(filter.filter, attribute)
}

function checkComparison(filter: CompareFilter, attribute: Attribute): void {
  refuseSenseless(filter, attribute)
  if (filter.op === 'pr') return
  const equality = filter.op === 'eq' || filter.op === 'ne'
  if (filter.value === null && equality) return
  const compared =
    comparedAttribute(attribute) ?? refuse(`${attribute.name} is complex: name one of its sub-attributes`)
  const fits = /^(co|sw|ew)$/.test(filter.op)
    ? fitsText(filter.value, compared)
    : fitsType(filter.value, compared)
  if (!fits) refuse(`${printFilter(filter)} does not fit the type ${compared.type}`)
}

function fitsType(value: Literal, attribute: Attribute): boolean {
  return comparable(value, attribute) !== undefined
}

function fitsText(value: Literal, { type }: Attribute): boolean {
  return typeof value === 'string' && type !== 'integer' && type !== 'decimal'
}

function refuse(reason: string): never {
  throw new ScimError(400, 'invalidFilter', `The filter cannot be evaluated: ${reason}`)
}
