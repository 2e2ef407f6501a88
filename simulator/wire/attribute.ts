import { type Json, type JsonObject, member, URN } from '#scim'
import { type PatchPath, printPatchPath } from '#scim/path'
import type { AttributeName } from '../directory/attributes.ts'

/** What a dialect can say about a person or group: an attribute of the directory, or that the account works. */
export type Conveyed = AttributeName | 'active'

interface Spelling {
  readonly uri?: string
  readonly attribute: string
  /** Of a multi-valued attribute: the element with this type. */
  readonly type?: string
  readonly sub?: string
}

const SPELLINGS: Readonly<Record<Conveyed, Spelling>> = {
  active: { attribute: 'active' },
  externalId: { attribute: 'externalId' },
  userName: { attribute: 'userName' },
  displayName: { attribute: 'displayName' },
  title: { attribute: 'title' },
  'name.formatted': { attribute: 'name', sub: 'formatted' },
  'name.familyName': { attribute: 'name', sub: 'familyName' },
  'name.givenName': { attribute: 'name', sub: 'givenName' },
  'emails.work': { attribute: 'emails', type: 'work', sub: 'value' },
  'emails.home': { attribute: 'emails', type: 'home', sub: 'value' },
  'emails.other': { attribute: 'emails', type: 'other', sub: 'value' },
  'enterprise.department': { uri: URN.enterpriseUser, attribute: 'department' },
  'enterprise.employeeNumber': { uri: URN.enterpriseUser, attribute: 'employeeNumber' },
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

/** `emails[type eq "work"].value`, as `path` of a PATCH operation and as name in a finding. */
export function patchPath(attribute: Conveyed): string {
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
  const { uri, attribute: name, type, sub } = SPELLINGS[attribute]
  const value = member(uri === undefined ? resource : member(resource, uri), name)
  if (type !== undefined) return elementValue(value, type, sub ?? 'value')
  return assigned(sub === undefined ? value : member(value, sub))
}

function elementValue(elements: Json | undefined, type: string, sub: string): Json | undefined {
  if (!Array.isArray(elements)) return assigned(elements)
  const values = elements.filter((e) => sameType(member(e, 'type'), type)).map((e) => member(e, sub) ?? null)
  const all = values.filter((value) => assigned(value) !== undefined)
  return all.length > 1 ? all : all[0]
}

function sameType(found: Json | undefined, type: string): boolean {
  return typeof found === 'string' && found.toLowerCase() === type
}

export function assigned(value: Json | undefined): Json | undefined {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value
}

export type Values = ReadonlyMap<Conveyed, string | boolean>

/** How an element of a multi-valued attribute is written. */
type ElementForm = (type: string, value: string | boolean) => JsonObject

/** The values as a resource, without `schemas`; extensions in containers of their own. */
export function compose(values: Values, element: ElementForm): JsonObject {
  const resource: JsonObject = {}
  for (const [conveyed, value] of values) {
    const { uri, attribute, type, sub } = SPELLINGS[conveyed]
    const place = uri === undefined ? resource : container(resource, uri)
    if (type !== undefined) place[attribute] = [...listIn(place, attribute), element(type, value)]
    else if (sub === undefined) place[attribute] = value
    else container(place, attribute)[sub] = value
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
