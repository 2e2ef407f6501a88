import { isObject, type Json, type JsonObject } from '../message/index.ts'
import { deleteMember, isUnassigned, memberOf, named, sameValue, setMember } from '../resource/index.ts'
import type { Attribute } from '../schema/model.ts'
import { isNothing } from './conform.ts'
import type { Writing } from './context.ts'
import { appendElements } from './elements.ts'
import { mutability } from './refusals.ts'

/**
 * Sets an attribute of an object to a value that conforms to the schema. Nothing given means: `replace` unassigns,
 * `add` does nothing.
 *
 * @throws ScimError 400 mutability
 */
export function write(parent: JsonObject, attribute: Attribute, value: Json, op: Writing): void {
  if (isNothing(value) && op === 'add') return
  store(parent, attribute, next(memberOf(parent, attribute.name), attribute, value, op))
}

/**
 * Puts what an attribute has become into its object; an unassigned value takes the member away.
 * An immutable attribute may get its first value, or the same again; a required one must not become unassigned.
 */
export function store(parent: JsonObject, attribute: Attribute, after: Json | undefined): void {
  const before = memberOf(parent, attribute.name)
  const fixed = attribute.mutability === 'immutable' && !isUnassigned(before)
  if (fixed && !sameValue(before, after, attribute)) throw mutability(`${attribute.name} is immutable`)
  const gone = isUnassigned(after)
  if (gone && attribute.required) throw mutability(`${attribute.name} is required and cannot be removed`)
  if (gone) deleteMember(parent, attribute.name)
  else setMember(parent, attribute.name, after as Json)
}

function next(before: Json | undefined, attribute: Attribute, value: Json, op: Writing): Json | undefined {
  if (isNothing(value)) return undefined
  if (attribute.multiValued) {
    return appendElements(op === 'add' ? before : undefined, value as Json[], attribute)
  }
  return attribute.type === 'complex' ? merge(before, attribute, value, op) : value
}

/** A complex value with the given sub-attributes set; the others stay (RFC 7644 section 3.5.2.3, AMB-055, AMB-056). */
export function merge(before: Json | undefined, attribute: Attribute, value: Json, op: Writing): JsonObject {
  const result: JsonObject = isObject(before) ? { ...before } : {}
  if (!isObject(value)) return result
  for (const [name, given] of Object.entries(value)) {
    const sub = named(attribute.subAttributes, name)
    if (sub && !(isNothing(given) && isUnassigned(memberOf(result, name)))) write(result, sub, given, op)
  }
  return result
}
