import { isObject, type Json, type JsonObject } from '../message/index.ts'
import type { Filter } from '../path/index.ts'
import { evaluateElementFilter, listOf, memberOf, sameName } from '../resource/index.ts'
import type { Attribute } from '../schema/model.ts'
import { conform, conformElement, isNothing } from './conform.ts'
import type { Context, Writing } from './context.ts'
import { isPrimary, listing, settlePrimary } from './elements.ts'
import { noTarget } from './refusals.ts'
import { seed } from './seed.ts'
import { merge, store, write } from './write.ts'

/** Some elements of a multi-valued attribute: those a filter matches, all without one; `sub` of each, if named. */
export interface Selection {
  readonly attribute: Attribute
  readonly filter?: Filter
  readonly sub?: Attribute
}

/**
 * Writes to the selected elements, or to a new one where there is none and the options allow it.
 *
 * @throws ScimError 400 noTarget where a filter matches nothing
 */
export function writeElements(
  parent: JsonObject,
  selection: Selection,
  given: Json,
  op: Writing,
  context: Context,
): void {
  const { attribute, sub } = selection
  const value = sub ? conform(given, sub, context) : conformElement(given, attribute, context)
  const list = listOf(memberOf(parent, attribute.name))
  const hits = indexesOf(list, selection)
  const isNew = hits.length === 0
  if (isNothing(value) && (op === 'add' || (isNew && !selection.filter))) return
  if (isNew) hits.push(list.push(created(selection, value, op, context)) - 1)
  else for (const index of hits) list[index] = written(list[index] as Json, selection, value, op)
  const sets = isNew || (sub ? sameName(sub.name, 'primary') : isPrimary(value))
  const set = sets ? hits.filter((index) => isPrimary(list[index])) : []
  store(parent, attribute, listOf(settlePrimary(list, set, attribute)))
}

/**
 * Takes the selected elements away, or `sub` out of each.
 *
 * @throws ScimError 400 noTarget where a filter matches nothing and the options say so
 */
export function removeElements(parent: JsonObject, selection: Selection, context: Context): void {
  const { attribute, sub } = selection
  const list = listOf(memberOf(parent, attribute.name))
  const hits = new Set(indexesOf(list, selection))
  if (hits.size === 0) {
    if (selection.filter && context.options.removeWithoutMatch === 'noTarget') throw nothingMatches(selection)
    return
  }
  const rest = sub
    ? list.map((element, index) => (hits.has(index) ? without(element, sub) : element))
    : list.filter((_, index) => !hits.has(index))
  store(parent, attribute, listOf(rest))
}

/** AMB-063: takes away the elements that are listed in the value of a `remove`. */
export function removeListed(parent: JsonObject, attribute: Attribute, value: Json): void {
  const isListed = listing(Array.isArray(value) ? value : [value], attribute)
  const list = listOf(memberOf(parent, attribute.name))
  const rest = list.filter((element) => !isListed(element))
  if (rest.length < list.length) store(parent, attribute, rest)
}

function indexesOf(list: readonly Json[], { filter, attribute }: Selection): number[] {
  const matches = (element: Json) => !filter || evaluateElementFilter(filter, element, attribute)
  return list.flatMap((element, index) => (matches(element) ? [index] : []))
}

function written(element: Json, { attribute, sub }: Selection, value: Json, op: Writing): Json {
  if (!sub)
    return attribute.type === 'complex' && !isNothing(value) ? merge(element, attribute, value, op) : value
  const copy = isObject(element) ? { ...element } : {}
  write(copy, sub, value, op)
  return copy
}

function without(element: Json, sub: Attribute): Json {
  if (!isObject(element)) return element
  const copy = { ...element }
  store(copy, sub, undefined)
  return copy
}

function created(selection: Selection, value: Json, op: Writing, context: Context): Json {
  const { filter, attribute } = selection
  if (!filter) return written({}, selection, value, op)
  const policy = op === 'add' ? context.options.addWithFilter : context.options.replaceWithoutMatch
  const start = policy === 'create' && !isNothing(value) ? seed(filter, attribute, context) : undefined
  if (!start) throw nothingMatches(selection)
  const element = written(start, selection, value, op)
  if (!evaluateElementFilter(filter, element, attribute)) throw nothingMatches(selection)
  return element
}

function nothingMatches({ attribute }: Selection) {
  return noTarget(`No value of ${attribute.name} matches the filter of the path`)
}
