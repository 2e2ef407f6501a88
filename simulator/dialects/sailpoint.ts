import type { JsonObject, ScimRequest } from '#scim'
import { at, type Change, defineDialect, type Habit } from '../dialect.ts'
import { batchesOf, patchRequest } from '../wire/form.ts'
import {
  addition,
  PLAIN_HABITS,
  PLAIN_SCOPE,
  pagesOf,
  plainGroup,
  plainOperation,
  plainUser,
  plainValues,
  removal,
} from './plain.part.ts'

const DOCS = 'documentation.sailpoint.com, connectors, scim_2_0_saas'

const habits = {
  'discovery-first': {
    says: 'Five discovery endpoints are read first; all must answer unless "non-compliant server" is switched on',
    source: `${DOCS}: prerequisites`,
    confidence: 'documented',
  },
  'media-type-accepted': {
    says: 'Accept is application/scim+json, and so is Content-Type where there is a body',
    source: `${DOCS}: configuration_parameters`,
    confidence: 'documented',
  },
  aggregation: {
    says: 'All users and all groups are read before anything is decided',
    source: `${DOCS}: supported_features`,
    confidence: 'documented',
  },
  'pages-of-100': {
    says: 'They are read by startIndex and count, 100 at a time, until totalResults is reached',
    source: 'others.md: page parameters are inferred, their size can be set',
    confidence: 'inferred',
  },
  'known-from-aggregation': {
    says: 'What the aggregation has not shown is created without a query; the rest is correlated by name',
    source: `others.md: lookups are unknown; ${DOCS}: supported_features (aggregation)`,
    confidence: 'inferred',
  },
  'plain-user': {
    says: 'A user is a plain RFC body; the enterprise schema is listed where it is used; the manager is not conveyed',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'patch-by-path': {
    says: 'An update is a PATCH of what changed, each attribute with a path of its own',
    source: `${DOCS}: additional_settings (HTTP PATCH); operations in plain RFC form`,
    confidence: 'inferred',
  },
  'removal-of-cleared-attributes': {
    says: 'An attribute that was cleared is removed',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'status-added-without-path': {
    says: 'An account is disabled by an "add" of active without a path, alone in its request',
    source: 'developer.sailpoint.com/discuss/t/scim-api-patch-op/7752',
    confidence: 'observed',
  },
  'enabled-like-disabled': {
    says: 'An account is enabled in the same way as it is disabled',
    source: 'others.md: follows from developer.sailpoint.com/discuss/t/scim-api-patch-op/7752',
    confidence: 'inferred',
  },
  'group-in-plain-form': {
    says: 'A group is made with its name only and renamed by a replace of displayName',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'entitlement-as-member': {
    says: 'An entitlement is granted and taken away as a member of the group, one in a request, removed by filter',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'deleted-if-so-chosen': {
    says: 'Who is gone for good is deleted, and so is a group',
    source: 'others.md: an option of the administrator',
    confidence: 'inferred',
  },
  ...PLAIN_HABITS,
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const ACCEPT = { accept: 'application/scim+json' }
const AGGREGATION = ['aggregation', 'pages-of-100', 'media-type-accepted'] as const
const HEADERS = { ...ACCEPT, 'content-type': 'application/scim+json' }

/** The order is inferred. */
const DISCOVERY = [
  '/ServiceProviderConfig',
  '/ResourceTypes',
  '/Schemas',
  '/ResourceTypes/User',
  '/ResourceTypes/Group',
]

/** SailPoint Identity Security Cloud (IdentityNow) with its SCIM 2.0 connector and HTTP PATCH switched on. */
export default defineDialect<HabitId>({
  id: 'sailpoint',
  title: 'SailPoint Identity Security Cloud',
  habits,
  rhythm: 'cycle',
  phases: ['users', 'groups', 'memberships', 'deletions'],
  memberships: 'group by group',
  clears: true,
  failedProbe: 'go on',
  ...PLAIN_SCOPE,
  conflict: 'report',
  lost: 'report',
  afterMatch: 'hit',
  notFoundIsNone: false,
  // Its connector reads headers that say when to come back (others.md: supported_features).
  policy: { throttled: 'wait' },
  groupAttributes: ['displayName'],
  valuesOf: plainValues,
  probe: () =>
    DISCOVERY.map((path) => ({
      request: { method: 'GET', path, headers: ACCEPT },
      habits: ['discovery-first', 'media-type-accepted'],
    })),
  *readAll() {
    yield* pagesOf('/Users', ACCEPT, AGGREGATION)
    yield* pagesOf('/Groups', ACCEPT, AGGREGATION)
  },
  importsBeforeCycle: true,
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers: HEADERS, body: plainUser(values) },
    habits: ['known-from-aggregation', 'plain-user', 'media-type-accepted'],
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers: HEADERS, body: plainGroup(values) },
    habits: ['known-from-aggregation', 'group-in-plain-form', 'media-type-accepted'],
  }),
  changeUser: ({ id, changes }) => [
    {
      request: patch(at('/Users', id), changes.map(plainOperation)),
      habits: ['patch-by-path', ...removing(changes), 'media-type-accepted'],
    },
  ],
  changeStatus: ({ id, changes }) =>
    changes.map(({ value }) => ({
      request: patch(at('/Users', id), [{ op: 'add', value: { active: value } }]),
      habits: [
        'status-added-without-path',
        'media-type-accepted',
        ...(value ? (['enabled-like-disabled'] as const) : []),
      ],
    })),
  changeGroup: ({ id, changes }) => [
    {
      request: patch(at('/Groups', id), changes.map(plainOperation)),
      habits: ['group-in-plain-form', 'media-type-accepted'],
    },
  ],
  changeMembers: ({ id, joining, leaving, perRequest }) => ({
    removals: batchesOf(leaving, perRequest).map((batch) => ({
      request: patch(at('/Groups', id), batch.map(removal)),
      habits: ['entitlement-as-member', 'media-type-accepted'],
      about: batch,
    })),
    additions: batchesOf(joining, perRequest).map((batch) => ({
      request: patch(at('/Groups', id), [addition(batch)]),
      habits: ['entitlement-as-member', 'media-type-accepted'],
      about: batch,
    })),
  }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id), headers: ACCEPT },
    habits: ['deleted-if-so-chosen', 'media-type-accepted'],
  }),
  deleteGroup: (id) => ({
    request: { method: 'DELETE', path: at('/Groups', id), headers: ACCEPT },
    habits: ['deleted-if-so-chosen', 'media-type-accepted'],
  }),
})

function removing(changes: readonly Change[]): HabitId[] {
  return changes.some(({ value }) => value === null) ? ['removal-of-cleared-attributes'] : []
}

function patch(path: string, operations: JsonObject[]): ScimRequest {
  return patchRequest(path, operations, HEADERS)
}
