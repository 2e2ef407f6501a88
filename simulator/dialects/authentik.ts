import { isObject, type JsonObject, member, type ScimRequest, URN } from '#scim'
import { at, defineDialect, type Exchanges, type Habit, type MembershipChange } from '../dialect.ts'
import type { Person } from '../directory/directory.ts'
import { type Conveyed, compose, type Values } from '../wire/attribute.ts'
import { batchesOf, patchRequest } from '../wire/form.ts'
import { PLAIN_HABITS, PLAIN_SCOPE } from './plain.part.ts'
import { finderWith } from './upper-form.part.ts'

const CLIENTS = 'others.md, authentik: goauthentik/authentik authentik/providers/scim/clients'

const habits = {
  'at-once': {
    says: 'Every change is sent when it happens, and everything once more each hour',
    source: 'docs.goauthentik.io, SCIM provider, Syncing',
    confidence: 'documented',
  },
  'reads-capabilities': {
    says: 'ServiceProviderConfig is read at each start; where that fails, nothing counts as supported',
    source: `${CLIENTS}/base.py`,
    confidence: 'documented',
  },
  'content-type-everywhere': {
    says: 'Every request is announced as application/scim+json, also GET and DELETE, which have no body',
    source: `${CLIENTS}/base.py`,
    confidence: 'documented',
  },
  'no-lookup': {
    says: 'A user or group is created without looking for it',
    source: `${CLIENTS}/users.py, groups.py`,
    confidence: 'documented',
  },
  'adopts-after-conflict': {
    says: 'After a 409 it looks by displayName (a user: by userName) and adopts the first hit',
    source: `${CLIENTS}/users.py, groups.py`,
    confidence: 'documented',
  },
  'form-encoded-query': {
    says: 'Queries are form-encoded: a blank is "+", a quote %22, "@" %40',
    source: `${CLIENTS}/users.py, groups.py`,
    confidence: 'documented',
    departs: 'AMB-098',
    mayBeReadOtherwise: true,
  },
  'whole-user-by-put': {
    says: 'An update is a PUT of the whole user, with its id in the body',
    source: `${CLIENTS}/users.py`,
    confidence: 'documented',
  },
  'name-cut-at-first-blank': {
    says: 'There is one name: what stands before its first blank is the given name, the rest the family name',
    source: 'goauthentik/authentik blueprints/system/providers-scim.yaml; an administrator may change it',
    confidence: 'inferred',
  },
  'address-of-type-other': {
    says: 'The one e-mail has the type other and is primary',
    source: 'golden authentik-002-put-user; goauthentik/authentik blueprints/system/providers-scim.yaml',
    confidence: 'inferred',
  },
  'group-without-members': {
    says: 'A group is created without the attribute members where the target supports PATCH; they follow',
    source: `${CLIENTS}/groups.py`,
    confidence: 'documented',
  },
  'group-replaced-without-path': {
    says: 'Attributes of a group are changed by one replace without path that holds the whole group, schemas and id too',
    source: `${CLIENTS}/groups.py`,
    confidence: 'documented',
  },
  'reads-group-first': {
    says: 'A group is read before it is changed, and members who are missing or too many in the target are put right',
    source: `${CLIENTS}/groups.py`,
    confidence: 'documented',
  },
  'one-operation-per-member': {
    says: 'Each member who comes or goes has an operation of its own, all in one PATCH, additions first',
    source: `${CLIENTS}/groups.py`,
    confidence: 'documented',
  },
  'remove-with-value': {
    says: 'Remove with path "members" and a value means the listed member only',
    source: `${CLIENTS}/groups.py`,
    confidence: 'documented',
    departs: 'AMB-063',
    mayBeReadOtherwise: true,
  },
  'disabled-by-put': {
    says: 'Who is disabled is kept with active false',
    source: `${CLIENTS}/users.py`,
    confidence: 'documented',
  },
  'deleted-at-once': {
    says: 'Who is deleted in authentik is deleted in the target at once; so is a group',
    source: `${CLIENTS}/users.py, groups.py`,
    confidence: 'documented',
  },
  'reads-all-by-pages': {
    says: 'Reads all users and groups by pages, asking for the next with startIndex alone',
    source: `${CLIENTS}/groups.py`,
    confidence: 'documented',
  },
  ...PLAIN_HABITS,
  'nested-group-left-out': {
    says: 'Only the people who are directly in a group are its members; groups below it are left out',
    source: `${CLIENTS}/groups.py; goauthentik/authentik#6695`,
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const headers = { accept: 'application/scim+json', 'content-type': 'application/scim+json' }
const find = finderWith(headers)

/** As it speaks to a target that supports PATCH: dialects are not told what a target says of itself. */
export default defineDialect<HabitId>({
  id: 'authentik',
  title: 'authentik',
  habits,
  rhythm: 'event',
  phases: ['users', 'groups', 'memberships', 'deletions'],
  memberships: 'group by group',
  clears: true,
  failedProbe: 'go on',
  ...PLAIN_SCOPE,
  conflict: 'match again',
  lost: 'create again',
  afterMatch: 'hit',
  severalHits: 'first',
  notFoundIsNone: false,
  // Operations in one request: authentik takes bulk.maxOperations of the target, and all where it names none.
  policy: { matchUsers: [], matchGroups: [], membersPerRequest: 1_000, interval: 1 },
  groupAttributes: ['externalId', 'displayName'],
  derives: ['displayName', 'name.formatted', 'name.givenName', 'name.familyName'],
  valuesOf,
  probe: () => [{ request: get('/ServiceProviderConfig'), habits: ['reads-capabilities'] }],
  *connect() {
    yield { request: get('/ServiceProviderConfig'), habits: ['reads-capabilities'] }
  },
  readAll,
  findUser: (values, attribute) => ({
    request: find('/Users', attribute, values),
    habits: ['adopts-after-conflict', 'form-encoded-query', 'content-type-everywhere'],
  }),
  findGroup: (values, attribute) => ({
    request: find('/Groups', attribute, values),
    habits: ['adopts-after-conflict', 'form-encoded-query', 'content-type-everywhere'],
  }),
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers, body: wholeUser(values) },
    habits: ['no-lookup', 'at-once', 'name-cut-at-first-blank', 'address-of-type-other'],
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers, body: wholeGroup(values) },
    habits: ['no-lookup', 'at-once', 'group-without-members'],
  }),
  readGroup: (id) => ({
    request: get(at('/Groups', id)),
    habits: ['reads-group-first', 'content-type-everywhere'],
  }),
  changeUser: ({ id, wanted }) => [
    {
      request: { method: 'PUT', path: at('/Users', id), headers, body: { ...wholeUser(wanted), id } },
      habits: [
        'whole-user-by-put',
        'at-once',
        'name-cut-at-first-blank',
        'address-of-type-other',
        ...(wanted.get('active') === false ? ['disabled-by-put' as const] : []),
      ],
    },
  ],
  changeGroup: ({ id, wanted }) => [
    {
      request: patch(id, [{ op: 'replace', value: { ...wholeGroup(wanted), id } }]),
      habits: ['group-replaced-without-path', 'at-once'],
    },
  ],
  changeMembers: (change) => ({ removals: [], additions: memberships(change) }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id), headers },
    habits: ['deleted-at-once', 'at-once', 'content-type-everywhere'],
  }),
  deleteGroup: (id) => ({
    request: { method: 'DELETE', path: at('/Groups', id), headers },
    habits: ['deleted-at-once', 'at-once', 'content-type-everywhere'],
  }),
})

/** There is one name only; the parts are cut out of it. */
function valuesOf({ attributes, active }: Person): Values {
  const { userName } = attributes
  const joined = [attributes['name.givenName'], attributes['name.familyName']].filter(Boolean).join(' ')
  const name = attributes.displayName || joined || userName || ''
  const [given = '', ...rest] = name.split(' ')
  const all: [Conveyed, string | undefined][] = [
    ['externalId', attributes.externalId],
    ['userName', userName],
    ['displayName', name],
    ['name.formatted', name],
    ['name.givenName', given],
    ['name.familyName', rest.join(' ')],
    ['emails.other', attributes['emails.work']],
    ['locale', attributes.locale],
  ]
  const values = all.flatMap(([key, value]): [Conveyed, string][] => (value ? [[key, value]] : []))
  return new Map<Conveyed, string | boolean>([...values, ['active', active]])
}

function wholeUser(values: Values): JsonObject {
  const composed = compose(values, (type, parts) => ({ ...parts, type, primary: true }))
  return { schemas: [URN.user], emails: [], ...composed }
}

function wholeGroup(values: Values): JsonObject {
  return {
    schemas: [URN.group],
    externalId: values.get('externalId') ?? '',
    displayName: values.get('displayName') ?? '',
  }
}

/** What was changed is sent in any case; what differs in the target besides is put right with it. */
function memberships({ id, joining, leaving, members, current, perRequest }: MembershipChange) {
  const shown = isObject(current) ? member(current, 'members') : undefined
  const there = Array.isArray(shown) ? shown.map((each) => String(member(each, 'value'))) : undefined
  const missing = there ? members.filter((each) => !there.includes(each)) : []
  const tooMany = there ? there.filter((each) => !members.includes(each)) : []
  const adding = [...new Set([...joining, ...missing])]
  const removing = [...new Set([...leaving, ...tooMany])]
  const all = [
    ...adding.map((value) => ({ op: 'add', value })),
    ...removing.map((value) => ({ op: 'remove', value })),
  ]
  return batchesOf(all, perRequest).map((batch) => ({
    request: patch(
      id,
      batch.map(({ op, value }) => ({ op, path: 'members', value: [{ value }] })),
    ),
    habits: [
      'one-operation-per-member',
      'at-once',
      ...(batch.some(({ op }) => op === 'remove') ? ['remove-with-value' as const] : []),
    ] as HabitId[],
    // Who never was one of ours needs no accounting for.
    about: batch.flatMap(({ value }) => (members.includes(value) || leaving.includes(value) ? [value] : [])),
  }))
}

function* readAll(): Exchanges<HabitId> {
  for (const collection of ['/Users', '/Groups']) {
    let path = collection
    for (let seen = 0, page = 0; page < MOST_PAGES; page++) {
      const answer = yield {
        request: get(path),
        habits: ['reads-all-by-pages', 'content-type-everywhere'] as const,
      }
      const found = member(answer.body, 'Resources')
      const count = Array.isArray(found) ? found.length : 0
      seen += count
      if (count === 0 || seen >= Number(member(answer.body, 'totalResults') ?? 0)) break
      path = `${collection}?startIndex=${seen + 1}`
    }
  }
}

/** Against a target that never comes to an end. */
const MOST_PAGES = 100

function get(path: string): ScimRequest {
  return { method: 'GET', path, headers }
}

function patch(group: string, operations: JsonObject[]): ScimRequest {
  return patchRequest(at('/Groups', group), operations, headers)
}
