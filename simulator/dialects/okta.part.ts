import {
  isObject,
  type Json,
  type JsonObject,
  member,
  type ScimRequest,
  type ScimResponse,
  URN,
  withQuery,
} from '#scim'
import { at, type Dialect, type Draft, type Exchanges, type Habit, type Update } from '../dialect.ts'
import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Person } from '../directory/directory.ts'
import { hitsOf } from '../engine/answers.ts'
import { type Conveyed, compose, extensionOf, patchPath, type Values, valueIn } from '../wire/attribute.ts'
import { equals } from '../wire/form.ts'
import { guidFrom } from '../wire/hash.ts'
import { PLAIN_HABITS } from './plain.part.ts'

const REFERENCE = 'okta/okta-developer-docs docs/reference/scim/scim-20'

/** What Okta does in whichever kind of app. */
export const habits = {
  'okta-headers': {
    says: 'Requests come from "Okta SCIM Client 1.0.0" and accept application/scim+json in utf-8; bodies say charset=utf-8',
    source: `OKT-001: ${REFERENCE}; oktadeveloper/okta-blog-archive#1956`,
    confidence: 'documented',
  },
  'percent-encoded-query': {
    says: 'Queries are percent-encoded, a blank is %20; filter, startIndex and count stand in this order',
    source: `OKT-002: ${REFERENCE}`,
    confidence: 'documented',
  },
  'page-as-test': {
    says: 'The credentials are tried with a page of all users, without a filter',
    source: 'OKT-010: GitLab issue 13094',
    confidence: 'observed',
  },
  'pages-of-100': {
    says: 'An import reads users, then groups, a hundred at a time until totalResults is reached',
    source: `OKT-036: ${REFERENCE}`,
    confidence: 'documented',
  },
  'match-by-userName': {
    says: 'Somebody who is assigned is looked for by userName; 404 is as good as an empty list',
    source: `OKT-020, OKT-021: ${REFERENCE}`,
    confidence: 'documented',
  },
  'match-by-displayName': {
    says: 'A pushed group is looked for by displayName',
    source: `OKT-050: ${REFERENCE}`,
    confidence: 'documented',
  },
  'password-always': {
    says: 'A new user has a password, a placeholder where passwords are not synchronised, and an empty list of groups',
    source: `OKT-023: ${REFERENCE}`,
    confidence: 'documented',
  },
  'locale-always': {
    says: 'Who has no locale gets the one of the organisation',
    source: `OKT-023 (locale in every documented body): ${REFERENCE}; which one is a guess`,
    confidence: 'inferred',
  },
  'mapped-attributes': {
    says: 'Attributes besides the default ones are sent when they are mapped; schemas lists the extensions used',
    source: `OKT-023: ${REFERENCE}`,
    confidence: 'inferred',
  },
  'switched-on-again': {
    says: 'A new account that the answer shows as inactive is switched on once more',
    source: 'OKT-026: kortix-ai/suna#4244',
    confidence: 'observed',
  },
  'read-before-update': {
    says: 'A user is read by id before the profile is pushed, a match too',
    source: `OKT-022, OKT-027: ${REFERENCE}`,
    confidence: 'documented',
  },
  'put-what-was-read': {
    says: 'An update puts back the user just read, id, meta, groups and foreign attributes included, with changes over it',
    source: `OKT-027, OKT-028: ${REFERENCE}`,
    confidence: 'documented',
  },
  'empty-middle-name': {
    says: 'Who has no middle name gets an empty one in an update',
    source: `OKT-027: ${REFERENCE}`,
    confidence: 'documented',
  },
  'disabled-not-deleted': {
    says: 'Who is unassigned, deactivated or deleted is disabled and never deleted; a suspension is not told',
    source: `OKT-031, OKT-032: ${REFERENCE}; docs/concepts/scim`,
    confidence: 'documented',
  },
  'group-without-members': {
    says: 'A group is created empty and without externalId; members follow',
    source: `OKT-051: ${REFERENCE}`,
    confidence: 'documented',
  },
  'group-checked': {
    says: 'A group is read before something about it is changed, to see whether it is still there',
    source: `OKT-052: ${REFERENCE}`,
    confidence: 'documented',
  },
  'group-deleted': {
    says: 'A group that is not pushed any more is deleted',
    source: `OKT-058: ${REFERENCE}`,
    confidence: 'documented',
  },
  'entitlements-discovered': {
    says: 'Resource types and schemas are read, then the values of each entitlement by pages',
    source: 'OKT-070: okta/okta-developer-docs guides/scim-with-entitlements',
    confidence: 'documented',
  },
  'out-of-scope-like-unassigned': PLAIN_HABITS['out-of-scope-like-unassigned'],
  'nested-groups-flattened': {
    says: 'There are no groups in groups: on import everybody in an inner group is put into the outer one as well',
    source: 'help.okta.com usgp-groups-main.htm',
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

export type HabitId = keyof typeof habits

const HEADERS = {
  'user-agent': 'Okta SCIM Client 1.0.0',
  accept: 'application/scim+json',
  'accept-charset': 'utf-8',
}

/** A request as Okta's client words it. */
export function okta(method: ScimRequest['method'], path: string, body?: JsonObject): ScimRequest {
  if (body === undefined) return { method, path, headers: HEADERS }
  const headers = { ...HEADERS, 'content-type': 'application/scim+json; charset=utf-8' }
  return { method, path, headers, body }
}

/** What both kinds of app have in common. */
export const common = {
  rhythm: 'event',
  phases: ['users', 'groups', 'memberships', 'deletions'],
  memberships: 'group by group',
  clears: false,
  failedProbe: 'go on',
  nestedGroups: { become: 'flattened', habit: 'nested-groups-flattened' },
  scoping: 'out-of-scope-like-unassigned',
  conflict: 'report',
  lost: 'report',
  afterMatch: 'read',
  switchesOn: true,
  notFoundIsNone: true,
  // A thousand members in a request is what people in forums count on (OKT-059).
  policy: { throttled: 'wait', membersPerRequest: 1000 },
  groupAttributes: ['displayName'],
  valuesOf,
  probe: () => [],
  *connect() {
    yield page('/Users', 1, 'page-as-test')
  },
  *readAll() {
    yield* pagesOf('/Users')
    yield* pagesOf('/Groups')
  },
  findUser: (values, attribute) => find('/Users', attribute, values, 'match-by-userName'),
  findGroup: (values, attribute) => find('/Groups', attribute, values, 'match-by-displayName'),
  createUser: (values) => ({
    request: okta('POST', '/Users', newUser(values)),
    habits: ['okta-headers', 'password-always', 'locale-always', 'switched-on-again', ...mapped(values)],
  }),
  createGroup: (values) => ({
    request: okta('POST', '/Groups', {
      schemas: [URN.group],
      displayName: values.get('displayName') ?? '',
      members: [],
    }),
    habits: ['okta-headers', 'group-without-members'],
  }),
  readUser: (id) => ({
    request: okta('GET', at('/Users', id)),
    habits: ['okta-headers', 'read-before-update'],
  }),
  readGroup: (id) => ({ request: okta('GET', at('/Groups', id)), habits: ['okta-headers', 'group-checked'] }),
  deleteGroup: (id) => ({
    request: okta('DELETE', at('/Groups', id)),
    habits: ['okta-headers', 'group-deleted'],
  }),
} satisfies Partial<Dialect<HabitId>>

/** An import that also looks for entitlements, where the administrator has switched them on. */
export function* readAllWithEntitlements(): Exchanges<HabitId> {
  yield* common.readAll()
  const draft = (path: string): Draft<HabitId> => ({
    request: okta('GET', path),
    habits: ['okta-headers', 'entitlements-discovered'],
  })
  const types = yield draft('/ResourceTypes')
  yield draft('/Schemas')
  for (const endpoint of entitlementEndpoints(types)) yield* pagesOf(endpoint, 'entitlements-discovered')
}

const ENTITLEMENT = /^urn:okta:scim:schemas:core:1\.0:(Role|Entitlement)$/
const PLAIN_PATH = /^\/[A-Za-z][A-Za-z0-9-]*$/

/** Only plain paths: what the target says must not lead anywhere else. */
function entitlementEndpoints({ body }: ScimResponse): string[] {
  const types = (hitsOf(body) ?? []).filter((type) => ENTITLEMENT.test(String(member(type, 'schema'))))
  return types.map((type) => String(member(type, 'endpoint'))).filter((path) => PLAIN_PATH.test(path))
}

const PAGE = 100
/** An end for targets that always promise more. */
const MOST_PAGES = 100

function* pagesOf(collection: string, habit: HabitId = 'pages-of-100'): Exchanges<HabitId> {
  for (let number = 0; number < MOST_PAGES; number++) {
    const { body } = yield page(collection, number * PAGE + 1, habit)
    const total = member(body, 'totalResults')
    const isLast = typeof total !== 'number' || total <= (number + 1) * PAGE
    if (isLast || (hitsOf(body) ?? []).length === 0) return
  }
}

function page(collection: string, startIndex: number, habit: HabitId): Draft<HabitId> {
  const request = okta('GET', withQuery(collection, { startIndex, count: PAGE }))
  return { request, habits: ['okta-headers', 'percent-encoded-query', habit] }
}

function find(
  collection: '/Users' | '/Groups',
  attribute: Conveyed,
  values: Values,
  habit: HabitId,
): Draft<HabitId> {
  const filter = equals(patchPath(attribute), String(values.get(attribute)))
  const request = okta('GET', withQuery(collection, { filter, startIndex: 1, count: PAGE }))
  return { request, habits: ['okta-headers', 'percent-encoded-query', habit] }
}

const ORGANISATION_LOCALE = 'nb-NO'

/** Managers are not sent: vendors advise to leave them unmapped (OKT-038). */
function valuesOf({ attributes, active }: Person): Values {
  const values = new Map<Conveyed, string | boolean>()
  for (const name of ATTRIBUTES) {
    const value = attributes[name]
    if (value) values.set(name, value)
  }
  return values.set('locale', attributes.locale ?? ORGANISATION_LOCALE).set('active', active)
}

const DEFAULT_MAPPING: ReadonlySet<Conveyed> = new Set([
  'active',
  'displayName',
  'emails.work',
  'externalId',
  'locale',
  'name.familyName',
  'name.givenName',
  'name.middleName',
  'userName',
])

function mapped(values: Values): HabitId[] {
  return [...values.keys()].every((name) => DEFAULT_MAPPING.has(name)) ? [] : ['mapped-attributes']
}

function extensionsIn(values: Values): string[] {
  return [...new Set([...values.keys()].flatMap((name) => extensionOf(name) ?? []))]
}

function newUser(values: Values): JsonObject {
  return {
    schemas: [URN.user, ...extensionsIn(values)],
    ...compose(values, newElement),
    groups: [],
    password: placeholder(String(values.get('externalId') ?? values.get('userName'))),
  }
}

function newElement(type: string, parts: JsonObject, attribute: string): JsonObject {
  return attribute === 'emails' && type === 'work' ? { primary: true, ...parts, type } : { ...parts, type }
}

/** Eight letters and digits, as in the documentation; nobody is told. */
function placeholder(who: string): string {
  return guidFrom(`placeholder for ${who}`).slice(0, 8)
}

/** The user just read with the profile over it. */
export function putUser(update: Update): Draft<HabitId> {
  return {
    request: okta('PUT', at('/Users', update.id), userOver(update)),
    habits: ['okta-headers', 'put-what-was-read', 'empty-middle-name', ...mapped(update.wanted)],
  }
}

export function userOver(update: Update): JsonObject {
  const { id, wanted, current = {} } = update
  const pushed: Values = new Map([...wanted].filter(([name, value]) => isPushed(update, name, value)))
  const profile = compose(pushed, (type, parts) => ({ ...parts, type }))
  const name = { ...objectIn(current, 'name'), ...objectIn(profile, 'name') }
  return {
    ...current,
    ...overlaid(current, profile),
    schemas: [...new Set([...stringsIn(current.schemas), URN.user, ...extensionsIn(pushed)])],
    id,
    name: { ...name, middleName: wanted.get('name.middleName') ?? '' },
    groups: current.groups ?? [],
  }
}

/** What has been sent before and is not shown is not sent again: the documented bodies hold what was read and what is new. */
function isPushed({ current, sent }: Update, name: Conveyed, value: string | boolean): boolean {
  return name === 'active' || valueIn(current, name) !== undefined || sent.get(name) !== value
}

function overlaid(current: JsonObject, profile: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(profile).map(([name, value]) => {
      const old = current[name] ?? null
      if (isObject(value) && isObject(old)) return [name, { ...old, ...value }]
      const areTyped = Array.isArray(value) && value.every((element) => member(element, 'type') !== undefined)
      return [name, areTyped ? elementsOver(Array.isArray(old) ? old : [], value) : value]
    }),
  )
}

/** One of each type: a known one keeps what else it has, and a new one is the primary address if it is the only one. */
function elementsOver(old: readonly Json[], fresh: readonly Json[]): Json[] {
  const isLike = (a: Json, b: Json) => typeOf(a) === typeOf(b)
  const kept = old.map((element) => {
    const change = fresh.find((each) => isLike(each, element))
    return isObject(element) && isObject(change) ? elementOver(element, change) : element
  })
  const added = fresh.filter((each) => !old.some((element) => isLike(each, element)))
  const only = old.length === 0 && added.length === 1 ? { primary: true } : {}
  return [...kept, ...added.map((each) => (isObject(each) ? { ...each, ...only } : each))]
}

/** `display` follows the value. */
function elementOver(old: JsonObject, change: JsonObject): JsonObject {
  const display = old.display !== undefined && change.value !== undefined ? { display: change.value } : {}
  return { ...old, ...change, ...display }
}

const typeOf = (element: Json): string => String(member(element, 'type')).toLowerCase()

function objectIn(resource: JsonObject, name: string): JsonObject {
  const value = resource[name]
  return isObject(value) ? value : {}
}

function stringsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** No `type`, as seen in Captain-P-Goldfish/SCIM-SDK#419. */
export function memberOf(id: string, nameOf: (id: string) => string): JsonObject {
  return { value: id, display: nameOf(id) }
}
