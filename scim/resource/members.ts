import { isObject, type Json, type JsonObject } from '../message/index.ts'

/** Attribute names are ASCII and compare without case (RFC 7643 section 2.1). */
export function sameName(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase())
}

/** How an own member is spelled in an object, found without regard to case; an exact match goes first. */
export function memberName(object: Json | undefined, name: string): string | undefined {
  if (!isObject(object)) return undefined
  if (Object.hasOwn(object, name)) return name
  return Object.keys(object).find((key) => sameName(key, name))
}

/** An own member, found without regard to case. */
export function memberOf(object: Json | undefined, name: string): Json | undefined {
  const key = memberName(object, name)
  return key === undefined ? undefined : (object as JsonObject)[key]
}

/** Writes an own member under the spelling it already has, else under `name`. Never reaches a prototype. */
export function setMember(object: JsonObject, name: string, value: Json): void {
  const key = memberName(object, name) ?? name
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
}

/** Removes every own member of that name, in whatever case it is spelled. */
export function deleteMember(object: JsonObject, name: string): void {
  for (const key of Object.keys(object).filter((k) => sameName(k, name))) delete object[key]
}

/** Deeper than any attribute can be; keeps hostile JSON from exhausting the stack. */
const DEEPEST = 16

/**
 * Whether a value counts as unassigned (RFC 7643 section 2.5): absent, null, an empty array, an object without
 * members, and what holds nothing else. An empty string is a value (AMB-016).
 */
export function isUnassigned(value: Json | undefined, depth = 0): boolean {
  if (value === undefined || value === null) return true
  if (typeof value !== 'object' || depth > DEEPEST) return false
  return Object.values(value).every((item) => isUnassigned(item, depth + 1))
}

/** The assigned values of an attribute: its elements, or its one value. */
export function listOf(value: Json | undefined): Json[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is Json => !isUnassigned(item))
}
