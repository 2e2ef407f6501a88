import { isObject, type Json, type JsonObject } from '../message/index.ts'
import { deleteMember, isUnassigned, memberOf, sameName, sameValue, setMember } from '../resource/index.ts'
import type { Attribute, Schema } from '../schema/model.ts'
import { conform, isNothing } from './conform.ts'
import type { Context, Writing } from './context.ts'
import { mutability } from './refusals.ts'
import { isSchemas, removeSchemas, writeSchemas } from './schemas.ts'
import { removeElements, removeListed, writeElements } from './selection.ts'
import type { Target } from './target.ts'
import { store, write } from './write.ts'

/** A target that is an attribute, not a schema as a whole. */
export interface AttributeTarget extends Target {
  readonly attribute: Attribute
}

/** Writes to what a path, or a member of a value without path, points to. */
export function writeTarget(
  resource: JsonObject,
  target: AttributeTarget,
  value: Json,
  op: Writing,
  context: Context,
): void {
  const { attribute, filter, sub } = target
  inContainer(resource, target.schema, context, (parent) => {
    if (isSchemas(attribute)) writeSchemas(parent, value, op, context)
    else if (filter || (sub && attribute.multiValued)) writeElements(parent, target, value, op, context)
    else if (sub) writeSub(parent, attribute, sub, conform(value, sub, context), op)
    else write(parent, attribute, conform(value, attribute, context), op)
  })
}

/** Takes away what a path points to. `listed` is the value of the operation. */
export function removeTarget(
  resource: JsonObject,
  target: AttributeTarget,
  listed: Json | undefined,
  context: Context,
): void {
  const { attribute, filter, sub } = target
  const whole = !filter && !sub && attribute.multiValued
  const only = whole && context.options.removeWithValue === 'listed' && listed !== null ? listed : undefined
  inContainer(resource, target.schema, context, (parent) => {
    if (isSchemas(attribute)) removeSchemas(parent, target, only, context)
    else if (only !== undefined) removeListed(parent, attribute, only)
    else if (filter || (sub && attribute.multiValued)) removeElements(parent, target, context)
    else if (sub) removeSub(parent, attribute, sub)
    else store(parent, attribute, undefined)
  })
}

/** Takes an extension away as a whole (AMB-061). */
export function removeExtension(resource: JsonObject, schema: Schema, { model }: Context): void {
  const extension = model.extensions.find((candidate) => sameName(candidate.schema.id, schema.id))
  if (!extension || extension.required)
    throw mutability(`The schema ${schema.id} is required and cannot be removed`)
  deleteMember(resource, schema.id)
}

/**
 * Refuses what must not be written (RFC 7644 section 3.5.2).
 *
 * @throws ScimError 400 mutability
 */
export function refuseReadOnly({ attribute, sub }: AttributeTarget): void {
  if (isReadOnly({ attribute, ...(sub && { sub }) }))
    throw mutability(`${(sub ?? attribute).name} is read-only`)
}

/**
 * AMB-050: in a value without path, `meta` is ignored as RFC 7643 section 3.1 says, and other read-only attributes
 * are as long as they say what the resource has.
 *
 * @returns whether to leave the member out
 * @throws ScimError 400 mutability where a read-only attribute would change
 */
export function skipsReadOnly(
  resource: JsonObject,
  target: AttributeTarget,
  value: Json,
  { model }: Context,
): boolean {
  if (!isReadOnly(target)) return false
  const { schema, attribute, sub, filter } = target
  if (schema === model.core && sameName(attribute.name, 'meta')) return true
  const parent = schema === model.core ? resource : memberOf(resource, schema.id)
  const present = memberOf(parent, attribute.name)
  const same = sub ? sameValue(memberOf(present, sub.name), value, sub) : sameValue(present, value, attribute)
  if (filter || !same) refuseReadOnly(target)
  return true
}

function isReadOnly({ attribute, sub }: Pick<AttributeTarget, 'attribute' | 'sub'>): boolean {
  if (isSchemas(attribute)) return false
  return attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly'
}

function writeSub(parent: JsonObject, attribute: Attribute, sub: Attribute, value: Json, op: Writing): void {
  const before = memberOf(parent, attribute.name)
  if (isNothing(value) && (op === 'add' || isUnassigned(before))) return
  const copy = isObject(before) ? { ...before } : {}
  write(copy, sub, value, op)
  store(parent, attribute, copy)
}

function removeSub(parent: JsonObject, attribute: Attribute, sub: Attribute): void {
  const before = memberOf(parent, attribute.name)
  if (!isObject(before)) return
  const copy = { ...before }
  store(copy, sub, undefined)
  store(parent, attribute, copy)
}

/** Runs a step on the object that holds the attributes of a schema; an extension's container comes and goes with its data. */
function inContainer(
  resource: JsonObject,
  schema: Schema,
  { model }: Context,
  step: (parent: JsonObject) => void,
): void {
  const isCore = schema === model.core
  const before = memberOf(resource, schema.id)
  const container = isCore ? resource : isObject(before) ? { ...before } : {}
  step(container)
  if (isCore) return
  if (isUnassigned(container)) deleteMember(resource, schema.id)
  else setMember(resource, schema.id, container)
}
