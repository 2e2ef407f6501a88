import { isObject, type JsonObject, member } from '#scim'
import { isUnassigned, sameValue } from '#scim/resource'
import type { Attribute } from '#scim/schema'
import { badRequest } from './errors.ts'
import { readResource } from './incoming.ts'
import type { Service } from './service.ts'
import type { Stored } from './store.ts'

/** A body that takes the place of another, and the attributes the client mentioned, in attribute notation. */
export interface Replacement {
  readonly body: JsonObject
  readonly mentioned: readonly string[]
}

/**
 * What a resource becomes by a PUT (RFC 7644 section 3.5.1): the new values, with what a PUT cannot take away.
 *
 * @throws ScimError 400, with mutability where an immutable attribute would change
 */
export function replacing(service: Service, before: Stored, given: JsonObject): Replacement {
  const { model, id } = before
  checkId(service, given, id)
  const { resource, mentioned } = readResource(given, model, service, id)
  const named = new Set(mentioned)
  const carry = (prefix: string, attributes: readonly Attribute[], old: JsonObject, now: JsonObject) =>
    carried(service, attributes, old, now, (name) => named.has(`${prefix}${name}`))
  const body = carry('', model.core.attributes, before.body, resource)
  for (const { schema } of model.extensions) {
    const container = carry(
      `${schema.id}:`,
      schema.attributes,
      inside(before.body, schema.id),
      inside(resource, schema.id),
    )
    if (!isUnassigned(container)) body[schema.id] = container
  }
  return { body, mentioned }
}

function checkId({ settings }: Service, given: JsonObject, id: string): void {
  const other = member(given, 'id')
  if (settings.putOtherId === 'refuse' && other !== undefined && other !== id) {
    throw badRequest('mutability', 'id is read-only')
  }
}

function inside(body: JsonObject, urn: string): JsonObject {
  const container = body[urn]
  return isObject(container) ? container : {}
}

function carried(
  { settings }: Service,
  attributes: readonly Attribute[],
  before: JsonObject,
  now: JsonObject,
  isMentioned: (name: string) => boolean,
): JsonObject {
  const result = { ...now }
  for (const attribute of attributes) {
    const { name, mutability } = attribute
    const old = before[name]
    if (old === undefined) continue
    const fixed = mutability === 'immutable'
    const lost = !isMentioned(name) && (fixed || mutability === 'writeOnly' || settings.putOmitted === 'keep')
    const changes = fixed && !lost && !sameValue(old, now[name], attribute)
    if (changes && settings.putImmutable === 'refuse') throw badRequest('mutability', `${name} is immutable`)
    if (lost || changes) result[name] = old
  }
  return result
}
