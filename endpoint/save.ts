import { type Json, type JsonObject, ScimError, sameJson, URN } from '#scim'
import { isUnassigned } from '#scim/resource'
import type { Attribute, ResourceModel } from '#scim/schema'
import type { Times } from './kernel.ts'
import { spread } from './members.ts'
import type { Service } from './service.ts'
import type { Stored } from './store.ts'

/**
 * Stores a new body under an id, all or nothing.
 *
 * @param given what the client sent, for whoever wants to look
 * @throws ScimError 409 uniqueness
 */
export function save(service: Service, place: Place, body: JsonObject, given: JsonObject): Stored {
  const { store, kernel } = service
  const before = store.get(place.id)
  const kept = kernel.keep(body, place.model, before?.body, given)
  const keys = uniqueKeys(service, place.model, kept)
  const taken = keys.find((key) => (store.owner(key) ?? place.id) !== place.id)
  if (taken !== undefined)
    throw new ScimError(409, 'uniqueness', `Another resource has this ${nameIn(taken)}`)
  // SPEC: RFC7644-3.5.2.1-12: what changes nothing is no modification.
  if (before && sameJson(before.body, kept)) return before
  const stored = { ...place, body: kept, keys, ...clocked(service, before, given) }
  store.put(stored)
  spread(service, before, stored)
  return store.get(place.id) ?? stored
}

export interface Place {
  readonly id: string
  readonly model: ResourceModel
}

/** Takes a resource away, and its membership with it. */
export function remove(service: Service, stored: Stored): void {
  const { store, kernel } = service
  const holders = store.holders(stored.id)
  store.delete(stored.id)
  for (const id of holders) {
    const group = store.get(id)
    if (group) renew(service, group, kernel.dropMember(group.body, stored.id))
  }
  spread(service, stored, undefined)
}

function renew(service: Service, before: Stored, body: JsonObject): void {
  if (!sameJson(before.body, body)) {
    service.store.put({ ...before, body, ...clocked(service, before, {}) })
  }
}

/** A change is later than the one before, however fast it follows: two states never have the same time. */
function clocked(service: Service, before: Stored | undefined, given: JsonObject): Clocked {
  const changedAt = Math.max(service.now().getTime(), (before?.changedAt ?? Number.NEGATIVE_INFINITY) + 1)
  const time = service.settings.formatTime(new Date(changedAt))
  return {
    changedAt,
    times: service.kernel.stamp(before?.times, time, given),
    revision: (before?.revision ?? 0) + 1,
  }
}

interface Clocked {
  readonly changedAt: number
  readonly times: Times
  readonly revision: number
}

/** `User userName kari`: type, attribute and comparable value, blank in between. */
function uniqueKeys({ kernel, settings }: Service, model: ResourceModel, body: JsonObject): string[] {
  const scopes = [
    { attributes: model.core.attributes, values: body },
    ...model.extensions.map(({ schema }) => ({
      attributes: schema.attributes,
      values: body[schema.id] as JsonObject,
    })),
  ]
  const isUnique = ({ name, uniqueness }: Attribute) =>
    uniqueness !== 'none' ||
    (settings.uniqueExternalId && name === 'externalId') ||
    (settings.uniqueGroupNames && name === 'displayName' && model.core.id === URN.group)
  return scopes.flatMap(({ attributes, values = {} }) =>
    attributes.filter(isUnique).flatMap((attribute) => {
      const value: Json | undefined = values[attribute.name]
      if (value === undefined || isUnassigned(value)) return []
      const key = kernel.uniqueKey(value, attribute)
      return key === undefined ? [] : [`${model.type.name} ${attribute.name} ${key}`]
    }),
  )
}

function nameIn(key: string): string {
  return key.split(' ', 2)[1] ?? ''
}
