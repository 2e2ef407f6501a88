import { type Json, type JsonObject, type ScimRequest, URN } from '#scim'
import { at, type Dialect, type Exchanges, type Habit, type MembershipDrafts } from '../dialect.ts'
import type { Person } from '../directory/directory.ts'
import { type Conveyed, compose, type Values } from '../wire/attribute.ts'
import { PLAIN_HABITS, PLAIN_SCOPE } from './plain.part.ts'
import { finderWith } from './upper-form.part.ts'

const CORE = 'others.md, Keycloak: mitodl/keycloak-scim src/main/java/sh/libre/scim/core'
const EVENTS = 'mitodl/keycloak-scim src/main/java/sh/libre/scim/event/ScimEventListenerProvider.java'

/** Habits of the extension with and without its PATCH options. */
export const habits = {
  'at-once': {
    says: 'Every change is sent when it happens; a synchronisation only repeats what failed',
    source: EVENTS,
    confidence: 'documented',
  },
  'no-lookup': {
    says: 'A user or group is created without looking for it; a conflict is only logged',
    source: CORE,
    confidence: 'documented',
  },
  'content-type-everywhere': {
    says: 'Every request is announced as application/scim+json, also GET and DELETE, which have no body',
    source: `${CORE}/ScimClient.java`,
    confidence: 'documented',
  },
  'address-without-type': {
    says: 'The one e-mail has a value only: no type, not primary',
    source: `${CORE}/UserAdapter.java`,
    confidence: 'documented',
  },
  'display-name-composed': {
    says: 'displayName is first and last name with a blank between them, or userName where there are none',
    source: `${CORE}/UserAdapter.java`,
    confidence: 'documented',
  },
  'roles-always': {
    says: 'roles are always sent, if only as an empty list',
    source: `${CORE}/UserAdapter.java`,
    confidence: 'documented',
  },
  'group-with-members': {
    says: 'A whole group lists its members with type and a relative $ref, "Users/{id}"',
    source: `${CORE}/GroupAdapter.java`,
    confidence: 'documented',
  },
  'disabled-by-update': {
    says: 'Who is disabled is kept with active false',
    source: `${CORE}/UserAdapter.java`,
    confidence: 'documented',
  },
  'deleted-at-once': {
    says: 'Who is deleted in Keycloak is deleted in the target at once; so is a group',
    source: `${CORE}/ScimClient.java`,
    confidence: 'documented',
  },
  'import-without-pages': {
    says: 'The import, where it is switched on, reads one page of users and one of groups, asking for no size',
    source: `${CORE}/ScimClient.java`,
    confidence: 'documented',
  },
  'lookup-never-sent': {
    says: 'Looks for a user or group only where an administrator has named an attribute, which the extension does not offer',
    source: CORE,
    confidence: 'inferred',
  },
  ...PLAIN_HABITS,
  'nested-group-left-out': {
    says: 'Only the people who are directly in a group are its members; groups below it are left out',
    source: 'others.md, Keycloak: mitodl/keycloak-scim GroupAdapter.java',
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

export const HEADERS = { 'content-type': 'application/scim+json' }
const find = finderWith(HEADERS)

/** What the same in both variants. */
export const keycloak = {
  rhythm: 'event',
  phases: ['users', 'groups', 'memberships', 'deletions'],
  memberships: 'group by group',
  failedProbe: 'go on',
  ...PLAIN_SCOPE,
  conflict: 'report',
  lost: 'report',
  afterMatch: 'hit',
  notFoundIsNone: false,
  policy: { matchUsers: [], matchGroups: [], interval: 24 },
  groupAttributes: ['externalId', 'displayName'],
  derives: ['displayName'],
  valuesOf,
  probe: () => [],
  readAll,
  findUser: (values, attribute) => ({
    request: find('/Users', attribute, values),
    habits: ['lookup-never-sent', 'content-type-everywhere'],
  }),
  findGroup: (values, attribute) => ({
    request: find('/Groups', attribute, values),
    habits: ['lookup-never-sent', 'content-type-everywhere'],
  }),
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers: HEADERS, body: wholeUser(values) },
    habits: ['at-once', 'no-lookup', ...USER],
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers: HEADERS, body: wholeGroup(values, []) },
    habits: ['at-once', 'no-lookup'],
  }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id), headers: HEADERS },
    habits: ['deleted-at-once', 'at-once', 'content-type-everywhere'],
  }),
  deleteGroup: (id) => ({
    request: { method: 'DELETE', path: at('/Groups', id), headers: HEADERS },
    habits: ['deleted-at-once', 'at-once', 'content-type-everywhere'],
  }),
} satisfies Partial<Dialect<HabitId>>

/** Habits that show in every whole user. */
export const USER = ['address-without-type', 'display-name-composed', 'roles-always'] as const

function valuesOf({ attributes, active }: Person): Values {
  const { userName } = attributes
  const names = [attributes['name.givenName'], attributes['name.familyName']]
  const all: [Conveyed, string | undefined][] = [
    ['externalId', attributes.externalId],
    ['userName', userName],
    ['displayName', names.filter(Boolean).join(' ') || userName],
    ['name.givenName', names[0]],
    ['name.familyName', names[1]],
    ['emails.any', attributes['emails.work']],
    ['roles', attributes.roles],
  ]
  const values = all.flatMap(([name, value]): [Conveyed, string][] => (value ? [[name, value]] : []))
  return new Map<Conveyed, string | boolean>([...values, ['active', active]])
}

export function wholeUser(values: Values): JsonObject {
  const composed = compose(values, (type, parts) => ({ ...parts, type }))
  return { schemas: [URN.user], emails: [], roles: [], ...composed }
}

export function wholeGroup(values: Values, members: readonly string[]): JsonObject {
  return {
    schemas: [URN.group],
    externalId: values.get('externalId') ?? '',
    displayName: values.get('displayName') ?? '',
    members: members.map((value): Json => ({ value, type: 'User', $ref: `Users/${value}` })),
  }
}

/** One request for the whole list, whoever comes or goes. */
export function wholeList<Id extends string>(
  request: ScimRequest,
  habits: readonly Id[],
  about: readonly string[],
): MembershipDrafts<Id> {
  return { removals: [], additions: [{ request, habits, about }] }
}

function* readAll(): Exchanges<HabitId> {
  for (const path of ['/Users', '/Groups']) {
    const request = { method: 'GET', path, headers: HEADERS } as const
    yield { request, habits: ['import-without-pages', 'content-type-everywhere'] }
  }
}
