import type { Json, JsonObject } from '../message/index.ts'
import { isUnassigned, listOf, memberOf, sameName, setMember } from '../resource/index.ts'
import type { Attribute } from '../schema/model.ts'
import type { Context, Writing } from './context.ts'
import { invalidValue, mutability } from './refusals.ts'
import { removeElements, removeListed, type Selection } from './selection.ts'

/** `schemas` follows the data: an extension whose container has data is listed, whatever an operation says. */
export function isSchemas(attribute: Attribute): boolean {
  return sameName(attribute.name, 'schemas')
}

/**
 * Adds to, or sets, `schemas` (RFC7644-3.5.2-16). URNs the model does not know are refused, or left out where unknown
 * members are ignored.
 */
export function writeSchemas(resource: JsonObject, value: Json, op: Writing, context: Context): void {
  const given = listOf(value).flatMap((urn) => knownUrn(urn, context) ?? [])
  if (given.length === 0) {
    if (op === 'add') return
    throw mutability('schemas is required and cannot be removed')
  }
  const before = op === 'add' ? listOf(memberOf(resource, 'schemas')) : []
  setMember(resource, 'schemas', union(before, given))
}

/** Takes URNs out of `schemas`; that of the core schema has to stay. */
export function removeSchemas(
  resource: JsonObject,
  selection: Selection,
  value: Json | undefined,
  context: Context,
): void {
  const attribute: Attribute = { ...selection.attribute, mutability: 'readWrite', required: true }
  if (value === undefined) removeElements(resource, { ...selection, attribute }, context)
  else removeListed(resource, attribute, value)
  if (!has(listOf(memberOf(resource, 'schemas')), context.model.core.id)) {
    throw mutability('The URN of the core schema cannot be removed from schemas')
  }
}

/** The extensions that have data in a resource, by URN. */
export function assignedExtensions(resource: JsonObject, { model }: Context): string[] {
  const urns = model.extensions.map((extension) => extension.schema.id)
  return urns.filter((urn) => !isUnassigned(memberOf(resource, urn)))
}

/** Brings `schemas` back in step with the extension containers after an operation. */
export function settleSchemas(resource: JsonObject, before: readonly string[], context: Context): void {
  const present = assignedExtensions(resource, context)
  const gone = before.filter((urn) => !has(present, urn))
  const listed = memberOf(resource, 'schemas')
  const list = listOf(listed)
  const kept = list.filter((urn) => !has(gone, urn))
  const core = list.length > 0 || present.length > 0 ? [context.model.core.id] : []
  const settled = union(has(kept, context.model.core.id) ? kept : [...core, ...kept], present)
  if (settled.length !== list.length || gone.length > 0) setMember(resource, 'schemas', settled)
}

function knownUrn(urn: Json, { urns, options }: Context): string | undefined {
  const known = urns.find((candidate) => typeof urn === 'string' && sameName(candidate, urn))
  if (known === undefined && options.unknownMembers === 'reject') {
    throw invalidValue('schemas has a value that is no schema of this resource type')
  }
  return known
}

function union(list: readonly Json[], more: readonly Json[]): Json[] {
  const result: Json[] = []
  for (const urn of [...list, ...more]) if (!has(result, urn)) result.push(urn)
  return result
}

function has(list: readonly Json[], urn: Json): boolean {
  return list.some(
    (item) => item === urn || (typeof item === 'string' && typeof urn === 'string' && sameName(item, urn)),
  )
}
