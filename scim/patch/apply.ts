import { isObject, type Json, type JsonObject, ScimError, sameJson } from '../message/index.ts'
import { type PatchPath, parsePatchPath } from '../path/index.ts'
import { named } from '../resource/index.ts'
import type { ResourceModel, Schema } from '../schema/model.ts'
import { isNothing } from './conform.ts'
import { type Context, contextOf, type Writing } from './context.ts'
import {
  type AttributeTarget,
  refuseReadOnly,
  removeExtension,
  removeTarget,
  skipsReadOnly,
  writeTarget,
} from './operate.ts'
import type { PatchOptions } from './options.ts'
import { invalidPath, invalidValue, mutability, noTarget } from './refusals.ts'
import type { PatchOperation } from './request.ts'
import { assignedExtensions, settleSchemas } from './schemas.ts'
import { findTarget, type Target } from './target.ts'

/**
 * The resource as the operations leave it (RFC 7644 section 3.5.2), each applied to the result of the one before.
 * The input stays as it is; a failing operation throws, so nothing of the request takes effect.
 *
 * Left to the caller: `meta`, uniqueness, what read-only attributes follow from others, and the validity of the result
 * beyond types and mutability.
 *
 * @throws ScimError 400 with noTarget, invalidPath, invalidFilter, invalidValue or mutability
 */
export function applyPatch(
  resource: JsonObject,
  operations: readonly PatchOperation[],
  model: ResourceModel,
  options: PatchOptions = {},
): JsonObject {
  const context = contextOf(model, options)
  const draft = structuredClone(resource)
  for (const operation of operations) {
    const before = assignedExtensions(draft, context)
    applyOperation(draft, operation, context)
    settleSchemas(draft, before, context)
  }
  return draft
}

/** Whether a PATCH made a difference (RFC7644-3.5.2.1-12: if not, `meta.lastModified` stays). */
export function changed(before: JsonObject, after: JsonObject): boolean {
  return !sameJson(before, after)
}

function applyOperation(draft: JsonObject, { op, path, value }: PatchOperation, context: Context): void {
  if (op === 'remove') remove(draft, path, value, context)
  else write(draft, path, value, op, context)
}

function write(
  draft: JsonObject,
  path: PatchPath | undefined,
  value: Json | undefined,
  op: Writing,
  context: Context,
): void {
  const target = path ? findTarget(path, context) : { schema: context.model.core }
  if (isAttribute(target)) refuseReadOnly(target)
  if (value === undefined) throw invalidValue(`${op} needs a value`)
  if (isAttribute(target)) writeTarget(draft, target, value, op, context)
  else writeSchema(draft, target.schema, value, op, context)
}

function remove(
  draft: JsonObject,
  path: PatchPath | undefined,
  value: Json | undefined,
  context: Context,
): void {
  if (!path) throw noTarget('remove needs a path')
  const target = findTarget(path, context)
  if (isAttribute(target)) refuseReadOnly(target)
  if (isAttribute(target)) removeTarget(draft, target, value, context)
  else removeExtension(draft, target.schema, context)
}

function isAttribute(target: Target): target is AttributeTarget {
  return target.attribute !== undefined
}

/** Writes the members of a value to the attributes of a schema: an operation without path, or one on an extension. */
function writeSchema(draft: JsonObject, schema: Schema, value: Json, op: Writing, context: Context): void {
  const unassigns = op === 'replace' && isNothing(value) && schema !== context.model.core
  if (isObject(value)) writeMembers(draft, schema, value, op, context)
  else if (unassigns) removeExtension(draft, schema, context)
  else throw invalidValue(`${op} without an attribute in its path needs an object as value`)
}

function writeMembers(
  draft: JsonObject,
  schema: Schema,
  members: JsonObject,
  op: Writing,
  context: Context,
): void {
  for (const [name, value] of Object.entries(members)) {
    const target = targetOf(name, schema, context)
    if (target && isAttribute(target)) writeMember(draft, target, value, op, context)
    else if (target) writeContainer(draft, target.schema, value, op, context)
    else if (context.options.unknownMembers === 'reject') {
      throw invalidPath(`${name.slice(0, 100)} is no attribute of ${schema.id}`)
    }
  }
}

function writeMember(
  draft: JsonObject,
  target: AttributeTarget,
  value: Json,
  op: Writing,
  context: Context,
): void {
  if (!skipsReadOnly(draft, target, value, context)) writeTarget(draft, target, value, op, context)
}

function writeContainer(draft: JsonObject, schema: Schema, value: Json, op: Writing, context: Context): void {
  if (op === 'add' && isNothing(value)) return
  if (schema === context.model.core) throw mutability('The core schema has no container of its own')
  writeSchema(draft, schema, value, op, context)
}

/** What a member of a value means. AMB-060: its name may also be a path, as Entra writes them. */
function targetOf(name: string, schema: Schema, context: Context): Target | undefined {
  const attribute = named(schema.attributes, name)
  if (attribute) return { schema, attribute }
  if (!/[.:[]/.test(name)) return undefined
  const isCore = schema === context.model.core
  const target = targetOfPath(name, isCore ? undefined : schema.id, context)
  // A container inside a container is no SCIM, and following it would recurse as deep as the body is.
  return target && !isAttribute(target) && !isCore ? undefined : target
}

function targetOfPath(text: string, uri: string | undefined, context: Context): Target | undefined {
  try {
    const path = parsePatchPath(text, context.urns)
    const qualified = uri === undefined || path.path.uri !== undefined ? path.path : { ...path.path, uri }
    return findTarget({ ...path, path: qualified }, context)
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidPath') return undefined
    throw error
  }
}
