import { isObject, type Json, type JsonObject, URN } from '#scim'
import { memberIds, type Stored } from '../store.ts'
import type { Source } from './source.ts'

/** What a user of the Sync API has by the same name as in SCIM. */
const SAME = ['displayName', 'title', 'locale', 'userType', 'active'] as const
const LISTS: Readonly<Record<string, readonly string[]>> = {
  emails: ['value', 'type', 'primary'],
  phoneNumbers: ['value', 'type'],
  addresses: ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'],
}
const NAMES = ['formatted', 'familyName', 'givenName', 'middleName'] as const
const WORK = ['employeeNumber', 'department', 'division', 'organization'] as const

/** A user as target systems see it. Where SCIM left out what they rely on, something else stands in for it. */
export function syncUser({ id, body }: Stored, source: Source): JsonObject {
  const { displayName, externalId, name } = body
  const userName = body.userName ?? externalId ?? id
  const lists = Object.entries(LISTS).map(([attribute, parts]) => [attribute, listOf(body[attribute], parts)])
  return withoutGaps({
    id: source.shownId(id),
    userName,
    name: isObject(name) ? partsOf(name, NAMES) : { formatted: displayName ?? userName },
    ...partsOf(body, SAME),
    ...Object.fromEntries(lists),
    enterprise: workOf(body[URN.enterpriseUser], source),
    fiks: numberOf(body, source.enteredFor(id)),
  })
}

/** A group as target systems see it, with all of its members. */
export function syncGroup({ id, body }: Stored, source: Source, isUser: (id: string) => boolean): JsonObject {
  const members = memberIds(body).map((value) => ({
    value: source.shownId(value),
    type: isUser(value) ? 'User' : 'Group',
  }))
  return withoutGaps({ id: source.shownId(id), displayName: body.displayName, members })
}

function workOf(work: Json | undefined, source: Source): JsonObject | undefined {
  if (!isObject(work)) return undefined
  const { manager } = work
  const value = isObject(manager) ? manager.value : undefined
  const shown = typeof value === 'string' ? { manager: { value: source.shownId(value) } } : {}
  return { ...partsOf(work, WORK), ...shown }
}

/** What an administrator entered by hand counts before what came by SCIM. */
function numberOf(body: JsonObject, entered: string | undefined): JsonObject | undefined {
  const person = body[URN.fiksPerson]
  const identityNumber = entered ?? (isObject(person) ? person.foedselsnummer : undefined)
  return identityNumber === undefined ? undefined : { identityNumber }
}

function listOf(list: Json | undefined, parts: readonly string[]): Json | undefined {
  return Array.isArray(list) ? list.filter(isObject).map((one) => partsOf(one, parts)) : undefined
}

function partsOf(from: JsonObject, names: readonly string[]): JsonObject {
  return withoutGaps(Object.fromEntries(names.map((name) => [name, from[name]])))
}

function withoutGaps(given: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  )
}
