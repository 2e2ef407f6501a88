import { type Json, type JsonObject, ScimError } from '../message/index.ts'
import type { AttributePath, CompareFilter, Comparison, Filter, Literal } from '../path/index.ts'
import type { Attribute, ResourceModel } from '../schema/model.ts'
import { comparable, comparableText } from './comparable.ts'
import { containerIn, findAttribute, named } from './lookup.ts'
import { isUnassigned, listOf, memberOf } from './members.ts'

/**
 * Whether a resource matches a filter (RFC 7644 section 3.4.2.2).
 *
 * - A multi-valued attribute matches when any value does; complex ones without sub-attribute compare their `value`
 *   (AMB-070). The conditions of a value path have to hold on the same element.
 * - AMB-068: `ne` is true where there is no value at all, and for several values when any differs.
 * - AMB-069: `eq null` means unassigned, `ne null` assigned; no other operator matches null.
 * - AMB-076: operands of another type than the attribute differ from every value; nothing is coerced.
 * - AMB-077: `primary` counts as false where it is absent, except for `pr` and comparisons with null.
 * - AMB-075: an unknown attribute has no value. `checkFilter` refuses it for those who want that.
 *
 * @throws ScimError 400 invalidFilter for gt, ge, lt, le on boolean and binary, and co, sw, ew on boolean attributes
 */
export function evaluateFilter(filter: Filter, resource: JsonObject, model: ResourceModel): boolean {
  return evaluate(filter, (path) => resolveInResource(resource, model, path))
}

/**
 * Whether one element of a multi-valued attribute matches the filter in the brackets of a value path.
 * In a simple attribute the element itself answers to the name `value` (AMB-062).
 */
export function evaluateElementFilter(filter: Filter, element: Json, attribute: Attribute): boolean {
  return evaluate(filter, (path) => resolveInElement(element, attribute, path))
}

/** The definition of a member of an element, as a filter in brackets can name it. */
export function elementAttribute(attribute: Attribute, path: AttributePath): Attribute | undefined {
  if (path.uri !== undefined) return undefined
  if (attribute.type !== 'complex') {
    const isValue = path.attribute.toLowerCase() === 'value' && path.sub === undefined
    return isValue ? { ...attribute, multiValued: false } : undefined
  }
  const sub = named(attribute.subAttributes, path.attribute)
  return path.sub === undefined || !sub ? sub : named(sub.subAttributes, path.sub)
}

/** What a path in a filter came to. */
interface Resolved {
  /** The definition of the values. */
  readonly attribute: Attribute
  /** Assigned values only. */
  readonly values: readonly Json[]
  /** As many as there are elements without `primary`. */
  readonly assumed: readonly false[]
}
type Resolve = (path: AttributePath) => Resolved | undefined

function evaluate(filter: Filter, resolve: Resolve): boolean {
  switch (filter.kind) {
    case 'and':
      return evaluate(filter.left, resolve) && evaluate(filter.right, resolve)
    case 'or':
      return evaluate(filter.left, resolve) || evaluate(filter.right, resolve)
    case 'not':
      return !evaluate(filter.filter, resolve)
    case 'valuePath': {
      const found = resolve(filter.path)
      return (
        found?.values.some((item) => evaluateElementFilter(filter.filter, item, found.attribute)) ?? false
      )
    }
    case 'compare':
      return compare(filter, resolve(filter.path))
  }
}

function resolveInResource(
  resource: JsonObject,
  model: ResourceModel,
  path: AttributePath,
): Resolved | undefined {
  const found = findAttribute(model, path)
  if (!found) return undefined
  const values = listOf(memberOf(containerIn(resource, model, found.schema), found.attribute.name))
  return found.sub
    ? within(values, found.attribute, found.sub)
    : { attribute: found.attribute, values, assumed: [] }
}

function resolveInElement(element: Json, attribute: Attribute, path: AttributePath): Resolved | undefined {
  const target = elementAttribute(attribute, path)
  if (!target) return undefined
  if (attribute.type !== 'complex') return { attribute: target, values: [element], assumed: [] }
  const sub = named(attribute.subAttributes, path.attribute) as Attribute
  const outer = within([element], attribute, sub)
  return path.sub === undefined ? outer : within(outer.values, sub, target)
}

function within(elements: readonly Json[], parent: Attribute, sub: Attribute): Resolved {
  const values = elements.flatMap((element) => listOf(memberOf(element, sub.name)))
  const missing = isPrimary(parent, sub) ? elements.filter((el) => isUnassigned(memberOf(el, sub.name))) : []
  return { attribute: sub, values, assumed: missing.map(() => false) }
}

/** RFC 7643 section 2.4: the one sub-attribute with an assumed value. */
function isPrimary(parent: Attribute, sub: Attribute): boolean {
  return parent.multiValued && sub.type === 'boolean' && sub.name.toLowerCase() === 'primary'
}

function compare(filter: CompareFilter, found: Resolved | undefined): boolean {
  if (found) refuseSenseless(filter, found.attribute)
  const { values, assumed } = found ?? { values: [], assumed: [] }
  if (filter.op === 'pr') return values.length > 0
  if (filter.value === null) return compareWithNull(filter.op, values)
  const { op, value } = filter
  const all = [...values, ...assumed]
  if (all.length === 0 || !found) return op === 'ne'
  return all.some((item) => holds(op, item, value, found.attribute))
}

function compareWithNull(op: Comparison, values: readonly Json[]): boolean {
  if (op === 'eq') return values.length === 0
  return op === 'ne' && values.length > 0
}

const ORDERING: ReadonlySet<string> = new Set(['gt', 'ge', 'lt', 'le'])
const TEXTUAL: ReadonlySet<string> = new Set(['co', 'sw', 'ew'])

/** Refuses what is an error whatever the data: RFC 7644 table 3. */
export function refuseSenseless({ op }: CompareFilter, attribute: Attribute): void {
  const { type } = comparedAttribute(attribute) ?? attribute
  const senseless =
    type === 'boolean' ? ORDERING.has(op) || TEXTUAL.has(op) : type === 'binary' && ORDERING.has(op)
  if (senseless)
    throw new ScimError(
      400,
      'invalidFilter',
      `${op} cannot be used on the ${type} attribute ${attribute.name}`,
    )
}

/** What a comparison looks at: the attribute itself, `value` of a multi-valued complex one, nothing of a single one. */
export function comparedAttribute(attribute: Attribute): Attribute | undefined {
  if (attribute.type !== 'complex') return attribute
  return attribute.multiValued ? named(attribute.subAttributes, 'value') : undefined
}

function holds(op: Comparison, item: Json, operand: NonNullable<Literal>, attribute: Attribute): boolean {
  const compared = comparedAttribute(attribute)
  const value = attribute.type === 'complex' ? memberOf(item, 'value') : item
  if (!compared || value === undefined || value === null) return op === 'ne'
  if (TEXTUAL.has(op)) return holdsForText(op, value, operand, compared)
  const [left, right] = [comparable(value, compared), comparable(operand, compared)]
  if (left === undefined || right === undefined) return op === 'ne'
  return holdsInOrder(op, left, right)
}

function holdsForText(op: Comparison, value: Json, operand: Json, attribute: Attribute): boolean {
  if (typeof value !== 'string' || typeof operand !== 'string') return false
  const [text, part] = [comparableText(value, attribute), comparableText(operand, attribute)]
  if (op === 'co') return text.includes(part)
  return op === 'sw' ? text.startsWith(part) : text.endsWith(part)
}

type Comparable = string | number | boolean

function holdsInOrder(op: Comparison, left: Comparable, right: Comparable): boolean {
  switch (op) {
    case 'eq':
      return left === right
    case 'ne':
      return left !== right
    case 'gt':
      return left > right
    case 'ge':
      return left >= right
    case 'lt':
      return left < right
    default:
      return left <= right
  }
}
