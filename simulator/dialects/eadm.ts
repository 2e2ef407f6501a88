import { type JsonObject, type ScimRequest, URN, withQuery } from '#scim'
import { at, type Change, defineDialect, type Habit } from '../dialect.ts'
import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Person } from '../directory/directory.ts'
import { type Conveyed, compose, patchPath, type Values } from '../wire/attribute.ts'
import { batchesOf, equals, patchRequest } from '../wire/form.ts'
import {
  addition,
  PLAIN_HABITS,
  PLAIN_SCOPE,
  plainOperation,
  plainUser,
  primaryAtWork,
  removal,
} from './plain.part.ts'

const habits = {
  'page-as-probe': {
    says: 'The connection is tried with a page of one user',
    source: 'Q-0',
    confidence: 'inferred',
  },
  'match-by-userName': {
    says: 'A user is looked for by userName, never by identity number: a number must not be in a URL',
    source: 'Q-1, E-42, E-70: docs.identum.no/eadm/ks-fiks-forberedelser-og-oppsett',
    confidence: 'documented',
  },
  'several-looked-up-first': {
    says: 'Where there are many, several users are looked up in a row, and then those who are missing are made',
    source: 'E-46: what is to be done is drawn up before it is done; how many at a time is not known',
    confidence: 'inferred',
  },
  'match-by-displayName': {
    says: 'A group is linked to one with an identical name',
    source: 'Q-5, E-25: docs.identum.no/eadm/ks-fiks-forberedelser-og-oppsett',
    confidence: 'documented',
  },
  'conflict-matched-again': {
    says: 'A refused create because of a conflict is followed by another match, then by a report',
    source: 'Q-3',
    confidence: 'inferred',
  },
  'union-payload': {
    says: 'A user carries names, e-mail, active, enterprise data and the KS extension in one body',
    source: 'Q-3; F-20, F-23, F-32, F-43: KS Digital, Ekstern brukerstyring',
    confidence: 'inferred',
  },
  'identity-number-in-body': {
    says: 'The identity number is sent in the KS extension, in a body only',
    source: 'Q-3, Q-4, E-70; F-28, F-29',
    confidence: 'documented',
  },
  'changed-attributes-only': {
    says: 'An update holds what changed in the directory; the target is not read before',
    source: 'Q-4',
    confidence: 'inferred',
  },
  'removal-of-cleared-attributes': {
    says: 'An attribute that was cleared is removed',
    source: 'Q-4',
    confidence: 'inferred',
  },
  'group-without-members': {
    says: 'A group is created empty, and members follow when users and group exist',
    source: 'Q-5, Q-6; F-57',
    confidence: 'inferred',
  },
  'members-in-batches': {
    says: 'Up to 100 members are added in one request',
    source: 'Q-6',
    confidence: 'inferred',
  },
  'removal-by-filter': {
    says: 'A member is removed with members[value eq "…"]',
    source: 'Q-6',
    confidence: 'inferred',
  },
  'removals-first': {
    says: 'Old groups are left before new ones are joined',
    source: 'Q-7',
    confidence: 'inferred',
  },
  'leaver-loses-groups-first': {
    says: 'Who leaves loses every membership, and is then switched off and kept',
    source: 'Q-8, E-10, E-28, E-67: docs.identum.no/eadm/what-is-eadm',
    confidence: 'documented',
  },
  'rehire-keeps-account': {
    says: 'Who comes back gets the same account switched on',
    source: 'Q-9, E-10: docs.identum.no/eadm/rense-persondata-og-historikk-fra-deaktiverte-bruk',
    confidence: 'documented',
  },
  'deleted-after-quarantine': {
    says: 'An account is deleted only after its time in quarantine',
    source: 'Q-8 variant c',
    confidence: 'inferred',
  },
  'manager-by-id': {
    says: 'The manager is set with the id of another user of the same source',
    source: 'F-39',
    confidence: 'inferred',
  },
  ...PLAIN_HABITS,
  'nested-group-left-out': {
    says: 'A group that is a member of a group is left out: Fiks takes no groups as members, and nothing says that its people stand for it',
    source: 'F-53; unknown in the identity manager, so the plainest reading',
    confidence: 'inferred',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const HEADERS = { 'content-type': 'application/scim+json' }
const MANAGER = `${URN.enterpriseUser}:manager`

/** A municipal identity manager that resembles eADM. Its requests are inferred; the product is not reproduced. */
export default defineDialect<HabitId>({
  id: 'eadm',
  title: 'A municipal identity manager, eADM-like',
  habits,
  rhythm: 'cycle',
  phases: ['users', 'groups', 'managers', 'memberships', 'deactivations', 'deletions'],
  memberships: 'removals first',
  clears: true,
  failedProbe: 'go on',
  ...PLAIN_SCOPE,
  conflict: 'match again',
  lost: 'report',
  afterMatch: 'hit',
  notFoundIsNone: false,
  policy: { membersPerRequest: 100 },
  groupAttributes: ['externalId', 'displayName'],
  valuesOf,
  probe: () => [
    {
      request: { method: 'GET', path: withQuery('/Users', { startIndex: 1, count: 1 }) },
      habits: ['page-as-probe'],
    },
  ],
  looksUpTogether: 'several-looked-up-first',
  findUser: (values, attribute) => ({
    request: find('/Users', attribute, values),
    habits: ['match-by-userName'],
  }),
  findGroup: (values, attribute) => ({
    request: find('/Groups', attribute, values),
    habits: ['match-by-displayName'],
  }),
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers: HEADERS, body: plainUser(values) },
    habits: ['union-payload', ...numbered(values.has('nationalId'))],
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers: HEADERS, body: newGroup(values) },
    habits: ['group-without-members'],
  }),
  changeUser: ({ id, changes }) => [
    { request: patch(at('/Users', id), changes.map(operation)), habits: habitsOf(changes) },
  ],
  changeGroup: ({ id, changes }) => [
    { request: patch(at('/Groups', id), changes.map(operation)), habits: ['changed-attributes-only'] },
  ],
  changeManager: (id, manager) => {
    const operation = manager === undefined ? { op: 'remove' } : { op: 'replace', value: { value: manager } }
    const { op, ...value } = operation
    return {
      request: patch(at('/Users', id), [{ op, path: MANAGER, ...value }]),
      habits: ['manager-by-id'],
    }
  },
  changeMembers: ({ id, joining, leaving, perRequest }) => ({
    removals: batchesOf(leaving, perRequest).map((batch) => ({
      request: patch(at('/Groups', id), batch.map(removal)),
      habits: ['removal-by-filter', 'removals-first'],
      about: batch,
    })),
    additions: batchesOf(joining, perRequest).map((batch) => ({
      request: patch(at('/Groups', id), [addition(batch)]),
      habits: ['members-in-batches'],
      about: batch,
    })),
  }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id) },
    habits: ['deleted-after-quarantine'],
  }),
  deleteGroup: (id) => ({ request: { method: 'DELETE', path: at('/Groups', id) }, habits: [] }),
})

/** displayName and name.formatted stand for one another (F-23, F-46). */
function valuesOf({ attributes, active }: Person): Values {
  const joined = [attributes['name.givenName'], attributes['name.familyName']].filter(Boolean).join(' ')
  const formatted = attributes['name.formatted'] ?? (joined || attributes.displayName)
  const all = {
    ...attributes,
    displayName: attributes.displayName ?? formatted,
    'name.formatted': formatted,
  }
  const values = new Map<Conveyed, string | boolean>()
  for (const name of ATTRIBUTES) {
    const value = all[name]
    if (value) values.set(name, value)
  }
  return values.set('active', active)
}

function find(collection: '/Users' | '/Groups', attribute: Conveyed, values: Values): ScimRequest {
  const filter = equals(patchPath(attribute), String(values.get(attribute)))
  return { method: 'GET', path: withQuery(collection, { filter }) }
}

function newGroup(values: Values): JsonObject {
  return {
    schemas: [URN.group],
    externalId: values.get('externalId') ?? '',
    displayName: values.get('displayName') ?? '',
  }
}

/** Roles are one list. */
function operation(change: Change): JsonObject {
  const { attribute, value } = change
  if (attribute !== 'roles' || value === null) return plainOperation(change)
  const { roles = [] } = compose(new Map([[attribute, value]]), primaryAtWork)
  return { op: 'replace', path: patchPath(attribute), value: roles }
}

function habitsOf(changes: readonly Change[]): HabitId[] {
  const has = (test: (change: Change) => boolean, ...ids: HabitId[]) => (changes.some(test) ? ids : [])
  return [
    'changed-attributes-only',
    ...has(({ value }) => value === null, 'removal-of-cleared-attributes'),
    ...has(({ attribute, value }) => attribute === 'active' && value === false, 'leaver-loses-groups-first'),
    ...has(({ attribute, value }) => attribute === 'active' && value === true, 'rehire-keeps-account'),
    ...numbered(changes.some(({ attribute }) => attribute === 'nationalId')),
  ]
}

function numbered(carries: boolean): HabitId[] {
  return carries ? ['identity-number-in-body'] : []
}

function patch(path: string, operations: JsonObject[]): ScimRequest {
  return patchRequest(path, operations, HEADERS)
}
