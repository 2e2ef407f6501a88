import { type Json, type JsonObject, member, URN } from '#scim'
import { type PatchPath, printPatchPath } from '#scim/path'
import type { AttributeName } from '../directory/attributes.ts'

/** What a dialect can say about a person or group: an attribute of the directory, or that the account works. */
export type Conveyed = AttributeName | 'active' | 'emails.any'

interface Spelling {
  readonly uri?: string
  readonly attribute: string
  /** Of a multi-valued attribute: the element with this type. */
  readonly type?: string
  readonly sub?: string
  /** Of a multi-valued attribute: its only element, whatever its type. */
  readonly only?: true
}

const SPELLINGS: Readonly<Record<Conveyed, Spelling>> = {
  active: { attribute: 'active' },
  externalId: { attribute: 'externalId' },
  userName: { attribute: 'userName' },
  displayName: { attribute: 'displayName' },
  nickName: { attribute: 'nickName' },
  title: { attribute: 'title' },
  userType: { attribute: 'userType' },
  preferredLanguage: { attribute: 'preferredLanguage' },
  locale: { attribute: 'locale' },
  timezone: { attribute: 'timezone' },
  'name.formatted': { attribute: 'name', sub: 'formatted' },
  'name.familyName': { attribute: 'name', sub: 'familyName' },
  'name.givenName': { attribute: 'name', sub: 'givenName' },
  'name.middleName': { attribute: 'name', sub: 'middleName' },
  'name.honorificPrefix': { attribute: 'name', sub: 'honorificPrefix' },
  'emails.work': { attribute: 'emails', type: 'work', sub: 'value' },
  'emails.home': { attribute: 'emails', type: 'home', sub: 'value' },
  'emails.other': { attribute: 'emails', type: 'other', sub: 'value' },
  'emails.any': { attribute: 'emails', sub: 'value', only: true },
  'phoneNumbers.work': { attribute: 'phoneNumbers', type: 'work', sub: 'value' },
  'phoneNumbers.mobile': { attribute: 'phoneNumbers', type: 'mobile', sub: 'value' },
  'phoneNumbers.fax': { attribute: 'phoneNumbers', type: 'fax', sub: 'value' },
  'addresses.work.formatted': { attribute: 'addresses', type: 'work', sub: 'formatted' },
  'addresses.work.streetAddress': { attribute: 'addresses', type: 'work', sub: 'streetAddress' },
  'addresses.work.locality': { attribute: 'addresses', type: 'work', sub: 'locality' },
  'addresses.work.region': { attribute: 'addresses', type: 'work', sub: 'region' },
  'addresses.work.postalCode': { attribute: 'addresses', type: 'work', sub: 'postalCode' },
  'addresses.work.country': { attribute: 'addresses', type: 'work', sub: 'country' },
  roles: { attribute: 'roles' },
  'enterprise.employeeNumber': { uri: URN.enterpriseUser, attribute: 'employeeNumber' },
  'enterprise.costCenter': { uri: URN.enterpriseUser, attribute: 'costCenter' },
  'enterprise.organization': { uri: URN.enterpriseUser, attribute: 'organization' },
  'enterprise.division': { uri: URN.enterpriseUser, attribute: 'division' },
  'enterprise.department': { uri: URN.enterpriseUser, attribute: 'department' },
  nationalId: { uri: URN.fiksPerson, attribute: 'foedselsnummer' },
}

/** The URN of the extension that an attribute belongs to. */
export function extensionOf(attribute: Conveyed): string | undefined {
  return SPELLINGS[attribute].uri
}

/** Whether the attribute is one element of a multi-valued attribute. */
export function isElement(attribute: Conveyed): boolean {
  return SPELLINGS[attribute].type !== undefined
}

/** Of all that can be conveyed: asked for with every attribute of everybody. */
const patchPaths = new Map<Conveyed, string>()

/** `emails[type eq "work"].value`, as `path` of a PATCH operation and as name in a finding. */
export function patchPath(attribute: Conveyed): string {
  const path = patchPaths.get(attribute) ?? printedPath(attribute)
  patchPaths.set(attribute, path)
  return path
}

function printedPath(attribute: Conveyed): string {
  const { uri, attribute: name, type, sub } = SPELLINGS[attribute]
  const path = { ...(uri === undefined ? {} : { uri }), attribute: name }
  if (type === undefined) return printPatchPath({ path: sub === undefined ? path : { ...path, sub } })
  const filter = { kind: 'compare', path: { attribute: 'type' }, op: 'eq', value: type } as const
  const whole: PatchPath = { path, filter, ...(sub === undefined ? {} : { sub }) }
  return printPatchPath(whole)
}

/**
 * The value in a resource. Where several elements have the type, all their values: as many is itself a difference.
 * `null`, `[]` and absence are the same (RFC 7643 section 2.5) and give `undefined`.
 */
export function valueIn(resource: Json | undefined, attribute: Conveyed): Json | undefined {
  const { uri, attribute: name, type, sub, only } = SPELLINGS[attribute]
  const value = member(uri === undefined ? resource : member(resource, uri), name)
  if (only) return onlyValue(value, sub ?? 'value')
  if (attribute === 'roles') return rolesIn(value)
  if (type !== undefined) return elementValue(value, type, sub ?? 'value')
  return assigned(sub === undefined ? value : member(value, sub))
}

/** All values, sorted, as `rolesOf` gives them. */
function rolesIn(value: Json | undefined): Json | undefined {
  if (!Array.isArray(value)) return assigned(value)
  const names = value.map((role) => String(member(role, 'value') ?? member(role, 'display') ?? ''))
  return names.length === 0 ? undefined : [...new Set(names)].sort().join(', ')
}

/** The names of the roles that the directory has for somebody. */
export function rolesOf(value: string | boolean | undefined | null): string[] {
  return String(value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .sort()
}

function elementValue(elements: Json | undefined, type: string, sub: string): Json | undefined {
  if (!Array.isArray(elements)) return assigned(elements)
  const values = elements.filter((e) => sameType(member(e, 'type'), type)).map((e) => member(e, sub) ?? null)
  const all = values.filter((value) => assigned(value) !== undefined)
  return all.length > 1 ? all : all[0]
}

function onlyValue(elements: Json | undefined, sub: string): Json | undefined {
  if (!Array.isArray(elements)) return assigned(elements)
  const values = elements.flatMap((element) => assigned(member(element, sub)) ?? [])
  return values.length > 1 ? values : values[0]
}

function sameType(found: Json | undefined, type: string): boolean {
  return typeof found === 'string' && found.toLowerCase() === type
}

export function assigned(value: Json | undefined): Json | undefined {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value
}

export type Values = ReadonlyMap<Conveyed, string | boolean>

/** How a new element of a multi-valued attribute is written, e.g. `{ type, primary: true, value }`. */
export type ElementForm = (type: string, parts: JsonObject, attribute: string) => JsonObject

/** The values as a resource, without `schemas`; extensions in containers of their own, one element for each type. */
export function compose(values: Values, element: ElementForm): JsonObject {
  const resource: JsonObject = {}
  const parts = new Map<string, JsonObject>()
  for (const [conveyed, value] of values) {
    const { uri, attribute, type, sub, only } = SPELLINGS[conveyed]
    const place = uri === undefined ? resource : container(resource, uri)
    if (type !== undefined) {
      const key = `${attribute} ${type}`
      if (!parts.has(key)) place[attribute] = [...listIn(place, attribute), key]
      parts.set(key, { ...parts.get(key), [sub ?? 'value']: value })
    } else if (conveyed === 'roles') place[attribute] = rolesOf(value).map((name) => ({ value: name }))
    else if (only) place[attribute] = [{ [sub ?? 'value']: value }]
    else if (sub === undefined) place[attribute] = value
    else container(place, attribute)[sub] = value
  }
  for (const [key, inside] of parts) {
    const [attribute, type] = key.split(' ') as [string, string]
    resource[attribute] = listIn(resource, attribute).map((each) =>
      each === key ? element(type, inside, attribute) : each,
    )
  }
  return resource
}

function container(place: JsonObject, name: string): JsonObject {
  const inner = (place[name] as JsonObject | undefined) ?? {}
  place[name] = inner
  return inner
}

function listIn(place: JsonObject, name: string): Json[] {
  return (place[name] as Json[] | undefined) ?? []
}
