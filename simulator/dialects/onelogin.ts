import { type JsonObject, type ScimRequest, URN } from '#scim'
import { at, type Change, type Dialect, defineDialect, type Habit } from '../dialect.ts'
import type { AttributeName } from '../directory/attributes.ts'
import type { Person } from '../directory/directory.ts'
import { type Conveyed, compose, patchPath, type Values } from '../wire/attribute.ts'
import { batchesOf, equals, patchRequest } from '../wire/form.ts'
import { addition, PLAIN_HABITS, PLAIN_SCOPE, plainGroup, primaryAtWork, removal } from './plain.part.ts'
import { upperFormQuery } from './upper-form.part.ts'

const GUIDE = 'developers.onelogin.com/scim/implement-scim-api'
const LOG = 'goauthentik/authentik#11249'

const habits = {
  'nobody-as-test': {
    says: 'When the connection is set up, a user is looked for whose name nobody has; 404 is as good as no hit',
    source: GUIDE,
    confidence: 'documented',
  },
  'groups-listed': {
    says: 'All groups are listed when the connection is set up, to be chosen from; without paging',
    source: `the call in ${GUIDE}, its form as in ${LOG}`,
    confidence: 'inferred',
  },
  'media-type-on-everything': {
    says: 'Every request announces application/scim+json, with a body or without, and has an empty User-Agent',
    source: LOG,
    confidence: 'observed',
  },
  'form-encoded-query': {
    says: 'Queries are form-encoded: a blank is "+", a quote %22',
    source: LOG,
    confidence: 'observed',
    departs: 'AMB-098',
    mayBeReadOtherwise: true,
  },
  'ampersand-at-the-end': {
    says: 'A query ends in "&"',
    source: LOG,
    confidence: 'observed',
  },
  'bare-question-mark': {
    says: 'A URL without a query ends in a bare "?"',
    source: LOG,
    confidence: 'observed',
  },
  'match-by-userName': {
    says: 'A user is looked for by userName before anything is written',
    source: GUIDE,
    confidence: 'documented',
  },
  'match-by-displayName': {
    says: 'A group is looked for by displayName before it is made',
    source: `others.md: ${GUIDE} has only a list of all groups`,
    confidence: 'inferred',
  },
  'json-template': {
    says: 'A user is a template that the administrator fills in; it lists core and enterprise schema in any case',
    source: `${GUIDE}; livingsecurity.com, keepnetlabs.com (guides of vendors)`,
    confidence: 'documented',
  },
  'early-schemas': {
    says: 'The template names its schemas as drafts before the RFC did, where the administrator has such a template',
    source: `${LOG}; scim.dev/guide/applications/onelogin`,
    confidence: 'observed',
    departs: 'AMB-040',
  },
  'whole-user': {
    says: 'An update is a PUT of the whole template, without reading the user before',
    source: LOG,
    confidence: 'observed',
  },
  'cleared-by-leaving-out': {
    says: 'An attribute that was cleared is missing from the PUT',
    source: `others.md; ${LOG} shows that the body is whole`,
    confidence: 'inferred',
    departs: 'AMB-042',
    mayBeReadOtherwise: true,
  },
  'status-in-the-template': {
    says: 'active is true or false in the same PUT as everything else',
    source: `others.md; ${GUIDE} has it as the administrator's choice`,
    confidence: 'inferred',
  },
  'group-without-members': {
    says: 'A group is made with its name only; members follow',
    source: `the calls in ${GUIDE}, the body in plain RFC form`,
    confidence: 'inferred',
  },
  'group-renamed': {
    says: 'A group is renamed by a replace of displayName',
    source: `the call in ${GUIDE}, the body in plain RFC form`,
    confidence: 'inferred',
  },
  'one-member-per-request': {
    says: 'Members are added one in a request, with a small "add" and the path "members"',
    source: `Azure/AzureAD-BYOA-Provisioning-Samples#24; ${LOG} (length of the body)`,
    confidence: 'observed',
  },
  'removal-by-filter': {
    says: 'A member is removed with members[value eq "…"]',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'deleted-if-so-chosen': {
    says: 'Who is taken out is deleted where the administrator chose so',
    source: GUIDE,
    confidence: 'documented',
  },
  'group-deleted': {
    says: 'A group that is no more is deleted',
    source: `inferred: ${GUIDE} names no such call`,
    confidence: 'inferred',
  },
  ...PLAIN_HABITS,
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const HEADERS = { 'content-type': 'application/scim+json', 'user-agent': '' }
const ITEM = ['media-type-on-everything', 'bare-question-mark'] as const
const QUERY = ['media-type-on-everything', 'form-encoded-query', 'ampersand-at-the-end'] as const

const SCHEMAS = [URN.user, URN.enterpriseUser]
const EARLY_SCHEMAS = ['urn:scim:schemas:core:2.0', 'urn:scim:schemas:extension:enterprise:2.0']

/** What vendors' templates fill in. A manager would be a name or number of OneLogin's own, so it is not conveyed. */
const TEMPLATE: readonly AttributeName[] = [
  'userName',
  'displayName',
  'name.familyName',
  'name.givenName',
  'title',
  'userType',
  'timezone',
  'emails.work',
  'phoneNumbers.work',
  'addresses.work.locality',
  'addresses.work.region',
  'addresses.work.country',
  'enterprise.organization',
  'enterprise.division',
  'enterprise.department',
]

/** With schemas as the RFC names them, or as an earlier draft did. */
function oneLogin(isEarly: boolean): Dialect<HabitId> {
  const template: HabitId[] = isEarly ? ['json-template', 'early-schemas'] : ['json-template']
  const filledIn = (values: Values): JsonObject => ({
    schemas: isEarly ? EARLY_SCHEMAS : SCHEMAS,
    ...compose(values, primaryAtWork),
  })
  return {
    id: 'onelogin',
    title: 'OneLogin',
    habits,
    rhythm: 'event',
    phases: ['users', 'groups', 'memberships', 'deletions'],
    memberships: 'group by group',
    clears: true,
    failedProbe: 'go on',
    ...PLAIN_SCOPE,
    conflict: 'report',
    lost: 'report',
    afterMatch: 'hit',
    notFoundIsNone: true,
    policy: {},
    configured: ({ earlySchemas }) => oneLogin(earlySchemas === true),
    groupAttributes: ['displayName'],
    valuesOf,
    probe: () => [],
    *connect(name) {
      const nobody = new Map<Conveyed, string>([['userName', name('finnes-ikke')]])
      const request = find('/Users', 'userName', nobody)
      const { status } = yield { request, habits: ['nobody-as-test', ...QUERY] }
      if (status !== 200 && status !== 404) return status
      yield* listGroups()
      return undefined
    },
    readAll: listGroups,
    findUser: (values, attribute) => ({
      request: find('/Users', attribute, values),
      habits: ['match-by-userName', ...QUERY],
    }),
    findGroup: (values, attribute) => ({
      request: find('/Groups', attribute, values),
      habits: ['match-by-displayName', ...QUERY],
    }),
    createUser: (values) => ({
      request: { method: 'POST', path: '/Users?', headers: HEADERS, body: filledIn(values) },
      habits: [...template, ...ITEM],
    }),
    createGroup: (values) => ({
      request: { method: 'POST', path: '/Groups?', headers: HEADERS, body: plainGroup(values) },
      habits: ['group-without-members', ...ITEM],
    }),
    changeUser: ({ id, changes, wanted }) => [
      {
        request: { method: 'PUT', path: item('/Users', id), headers: HEADERS, body: filledIn(wanted) },
        habits: ['whole-user', ...template, ...habitsOf(changes), ...ITEM],
      },
    ],
    changeGroup: ({ id, changes }) => [
      {
        request: patch(
          id,
          changes.map(({ attribute, value }) => ({ op: 'replace', path: patchPath(attribute), value })),
        ),
        habits: ['group-renamed', ...ITEM],
      },
    ],
    changeMembers: ({ id, joining, leaving, perRequest }) => ({
      removals: batchesOf(leaving, perRequest).map((batch) => ({
        request: patch(id, batch.map(removal)),
        habits: ['removal-by-filter', ...ITEM],
        about: batch,
      })),
      additions: batchesOf(joining, perRequest).map((batch) => ({
        request: patch(id, [addition(batch)]),
        habits: ['one-member-per-request', ...ITEM],
        about: batch,
      })),
    }),
    deleteUser: (id) => ({
      request: { method: 'DELETE', path: item('/Users', id), headers: HEADERS },
      habits: ['deleted-if-so-chosen', ...ITEM],
    }),
    deleteGroup: (id) => ({
      request: { method: 'DELETE', path: item('/Groups', id), headers: HEADERS },
      habits: ['group-deleted', ...ITEM],
    }),
  }
}

/** OneLogin with its application "SCIM Provisioner with SAML (SCIM v2 Enterprise)". */
export default defineDialect(oneLogin(false))

function valuesOf({ attributes, active }: Person): Values {
  const values = new Map<Conveyed, string | boolean>()
  for (const name of TEMPLATE) {
    const value = attributes[name]
    if (value) values.set(name, value)
  }
  return values.set('active', active)
}

function* listGroups() {
  yield {
    request: { method: 'GET', path: '/Groups?', headers: HEADERS } as const,
    habits: ['groups-listed', ...ITEM] as HabitId[],
  }
}

function item(collection: '/Users' | '/Groups', id: string): string {
  return `${at(collection, id)}?`
}

/** Escapes in capitals: only those of quotes have been seen, which have no letters. */
function find(collection: '/Users' | '/Groups', attribute: Conveyed, values: Values): ScimRequest {
  const filter = equals(patchPath(attribute), String(values.get(attribute)))
  return { method: 'GET', path: `${upperFormQuery(collection, { filter })}&`, headers: HEADERS }
}

function habitsOf(changes: readonly Change[]): HabitId[] {
  const found: HabitId[] = []
  if (changes.some(({ value }) => value === null)) found.push('cleared-by-leaving-out')
  if (changes.some(({ attribute }) => attribute === 'active')) found.push('status-in-the-template')
  return found
}

function patch(id: string, operations: JsonObject[]): ScimRequest {
  return patchRequest(item('/Groups', id), operations, HEADERS)
}
