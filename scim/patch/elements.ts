import { isObject, type Json, type JsonObject } from '../message/index.ts'
import {
  comparable,
  isUnassigned,
  listOf,
  memberOf,
  named,
  sameName,
  sameValue,
  setMember,
} from '../resource/index.ts'
import type { Attribute } from '../schema/model.ts'

/**
 * The values of a multi-valued attribute with others added behind them. A value that is there already is not added
 * again; what it says about `primary` still counts.
 */
export function appendElements(
  before: Json | undefined,
  added: readonly Json[],
  attribute: Attribute,
): Json[] {
  const list = listOf(before)
  const places = listsByKey<number>()
  list.forEach((element, place) => {
    places(keyOf(element, attribute)).push(place)
  })
  const set: number[] = []
  for (const element of added) {
    const near = places(keyOf(element, attribute))
    const present = near.find((place) => sameElement(list[place] as Json, element, attribute))
    const index = present ?? list.push(withoutNull(element)) - 1
    if (present === undefined) near.push(index)
    if (!isPrimary(element)) continue
    list[index] = withPrimary(list[index] as Json, true)
    set.push(index)
  }
  return settlePrimary(list, set, attribute)
}

/**
 * What can be the same value as an element at all: groups have members by the ten thousand, so not every pair can be
 * compared. Same values have the same key, whatever else they hold.
 */
function keyOf(element: Json, attribute: Attribute): unknown {
  if (attribute.type !== 'complex') return comparable(element, attribute)
  const sub = named(attribute.subAttributes, 'value')
  const value = memberOf(element, 'value')
  return sub && value !== undefined && value !== null ? comparable(value, sub) : undefined
}

/** Lists by key, made when first asked for. */
function listsByKey<T>(): (key: unknown) => T[] {
  const known = new Map<unknown, T[]>()
  return (key) => {
    const list = known.get(key) ?? []
    known.set(key, list)
    return list
  }
}

/**
 * Leaves `primary` true on one element at most, if the operation set it at all (RFC 7644 section 3.5.2).
 * Of several set at once the last one wins (AMB-025).
 *
 * @param set the elements the operation made primary, by index
 */
export function settlePrimary(list: readonly Json[], set: readonly number[], attribute: Attribute): Json[] {
  const winner = set.at(-1)
  if (winner === undefined || !named(attribute.subAttributes, 'primary')) return [...list]
  return list.map((element, index) =>
    index !== winner && isPrimary(element) ? withPrimary(element, false) : element,
  )
}

export function isPrimary(element: Json | undefined): boolean {
  return memberOf(element, 'primary') === true
}

function withPrimary(element: Json, primary: boolean): Json {
  if (!isObject(element)) return element
  const copy = { ...element }
  setMember(copy, 'primary', primary)
  return copy
}

/**
 * Whether two elements are the same value. `primary` and what the server fills in are no part of a value; where an
 * element refers to a resource (it has `$ref` and `value`), the reference alone tells, because servers add to it.
 */
function sameElement(present: Json, given: Json, attribute: Attribute): boolean {
  if (attribute.type !== 'complex') return sameValue(present, given, { ...attribute, multiValued: false })
  if (isReference(attribute) && !isUnassigned(memberOf(given, 'value')))
    return sameReference(present, given, attribute)
  return attribute.subAttributes
    .filter((sub) => sub.mutability !== 'readOnly' && !sameName(sub.name, 'primary'))
    .every((sub) => sameMember(present, given, sub))
}

function isReference({ subAttributes }: Attribute): boolean {
  return named(subAttributes, '$ref') !== undefined && named(subAttributes, 'value') !== undefined
}

function sameReference(present: Json, given: Json, attribute: Attribute): boolean {
  const value = named(attribute.subAttributes, 'value') as Attribute
  const type = named(attribute.subAttributes, 'type')
  const silent = !type || isUnassigned(memberOf(given, 'type')) || isUnassigned(memberOf(present, 'type'))
  return sameMember(present, given, value) && (silent || sameMember(present, given, type))
}

function sameMember(a: Json, b: Json, sub: Attribute): boolean {
  return sameValue(memberOf(a, sub.name), memberOf(b, sub.name), sub)
}

/** What servers and clients add to a value without it becoming another. */
const ACCOMPANYING: readonly string[] = ['$ref', 'display', 'primary']

/**
 * Tells whether an element is among the values listed in a `remove` (AMB-063).
 */
export function listing(listed: readonly Json[], attribute: Attribute): (element: Json) => boolean {
  const given = listed.map((item) =>
    attribute.type === 'complex' && typeof item === 'string' ? { value: item } : item,
  )
  const byKey = listsByKey<Json>()
  for (const item of given) byKey(keyOf(item, attribute)).push(item)
  const withoutKey = byKey(undefined)
  return (element) => {
    const key = keyOf(element, attribute)
    const near = key === undefined ? withoutKey : [...byKey(key), ...withoutKey]
    return near.some((item) => lists(item, element, attribute))
  }
}

/**
 * Whether a value listed in a `remove` means this element (AMB-063): every sub-attribute it gives is the same, those
 * that merely accompany a value aside.
 */
function lists(given: Json, element: Json, attribute: Attribute): boolean {
  if (attribute.type !== 'complex') return sameValue(given, element, { ...attribute, multiValued: false })
  const telling = attribute.subAttributes.filter(
    (sub) =>
      !ACCOMPANYING.some((name) => sameName(name, sub.name)) && !isUnassigned(memberOf(given, sub.name)),
  )
  return telling.length > 0 && telling.every((sub) => sameMember(element, given, sub))
}

function withoutNull(element: Json): Json {
  if (!isObject(element)) return element
  const assigned: JsonObject = {}
  for (const [name, value] of Object.entries(element))
    if (!isUnassigned(value)) setMember(assigned, name, value)
  return assigned
}
