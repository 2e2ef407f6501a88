import { isObject, type JsonObject, member, type ScimRequest, type ScimResponse, withQuery } from '#scim'
import { at, type Change, type Draft, defineDialect, type Exchanges, type Habit } from '../dialect.ts'
import { usableId } from '../engine/answers.ts'
import { type Conveyed, patchPath, type Values } from '../wire/attribute.ts'
import { batchesOf, equals, patchRequest } from '../wire/form.ts'
import {
  addition,
  PLAIN_HABITS,
  PLAIN_SCOPE,
  pagesOf,
  plainGroup,
  plainUser,
  plainValues,
} from './plain.part.ts'

const GUIDE =
  'jumpcloud.com/support/provision-and-manage-users-and-groups-in-apps-using-custom-scim-identity-management-integration'

const habits = {
  'test-account': {
    says: 'When the connection is set up, a test user and a test group are made, changed and deleted',
    source: GUIDE,
    confidence: 'documented',
  },
  'test-requests': {
    says: 'The test user is made by POST, updated by PUT and deleted first, the test group likewise with PATCH',
    source: `others.md (X02): ${GUIDE} names the steps, not the requests`,
    confidence: 'inferred',
  },
  'test-user-switched-off': {
    says: 'A test user that cannot be deleted is deactivated instead',
    source: GUIDE,
    confidence: 'documented',
  },
  'lookup-first': {
    says: 'A user is looked up to find out whether to create or to update it',
    source: 'jumpcloud.com/wp-json/wp/v2/support/76256 (event user_lookup_provision)',
    confidence: 'documented',
  },
  'lookup-by-name': {
    says: 'The lookup is a filter on userName (users) or displayName (groups), percent-encoded',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'import-by-hand': {
    says: 'Users of the target are imported when an administrator says so',
    source: 'jumpcloud.com/wp-json/wp/v2/support/75899 (Import Users)',
    confidence: 'documented',
  },
  'pages-of-100': {
    says: 'They are read by startIndex and count, 100 at a time, until totalResults is reached',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'plain-user': {
    says: 'A user is a plain RFC body; the enterprise schema is listed where it is used; the manager is not conveyed',
    source: `others.md; ${GUIDE} (no extensions of others)`,
    confidence: 'inferred',
  },
  'whole-user': {
    says: 'An update is a PUT of the whole user, without reading it before',
    source: 'others.md: ssoready/ssoready',
    confidence: 'observed',
  },
  'cleared-by-leaving-out': {
    says: 'An attribute that was cleared is missing from the PUT',
    source: 'others.md: follows from the PUT',
    confidence: 'inferred',
    departs: 'AMB-042',
    mayBeReadOtherwise: true,
  },
  'deprovisioned-by-status': {
    says: 'Who leaves is made inactive, in the same PUT as everything else',
    source: 'jumpcloud.com/wp-json/wp/v2/support/76256 (event user_deprovision); the PUT from others.md',
    confidence: 'observed',
  },
  'group-without-members': {
    says: 'A group is made with its name only; members follow',
    source: 'others.md: unknown, so in plain RFC form',
    confidence: 'inferred',
  },
  'pathless-rename': {
    says: 'A group is renamed by a replace without a path',
    source: 'others.md: ssoready/ssoready',
    confidence: 'observed',
  },
  'members-by-value': {
    says: 'Members are added with the path "members" and a list of ids, one in a request',
    source: 'others.md: ssoready/ssoready',
    confidence: 'observed',
  },
  'remove-with-value': {
    says: 'A remove with the path "members" and a value means the listed members only',
    source: 'others.md: app.uni-moni.com/en/kb/sso-setup-jumpcloud',
    confidence: 'observed',
    departs: 'AMB-063',
    mayBeReadOtherwise: true,
  },
  'deleted-when-gone': {
    says: 'Who is gone for good is deleted, and so is a group',
    source:
      'jumpcloud.com/wp-json/wp/v2/support/76256 (events user_delete_provision, group_delete_provision)',
    confidence: 'documented',
  },
  ...PLAIN_HABITS,
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const HEADERS = { 'content-type': 'application/scim+json' }

/** JumpCloud with a custom SCIM integration. */
export default defineDialect<HabitId>({
  id: 'jumpcloud',
  title: 'JumpCloud',
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
  notFoundIsNone: false,
  policy: {},
  groupAttributes: ['displayName'],
  valuesOf: plainValues,
  probe: () => [],
  *connect(name) {
    const user = yield* testUser(name('jc-test@test.kommune.example'))
    const group = yield* testGroup(name('jc-test'))
    return user ?? group
  },
  *readAll() {
    yield* pagesOf('/Users', HEADERS, ['import-by-hand', 'pages-of-100'])
  },
  findUser: (values, attribute) => ({
    request: find('/Users', attribute, values),
    habits: ['lookup-first', 'lookup-by-name'],
  }),
  findGroup: (values, attribute) => ({
    request: find('/Groups', attribute, values),
    habits: ['lookup-by-name'],
  }),
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers: HEADERS, body: plainUser(values) },
    habits: ['plain-user'],
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers: HEADERS, body: plainGroup(values) },
    habits: ['group-without-members'],
  }),
  changeUser: ({ id, changes, wanted }) => [
    { request: putUser(id, wanted), habits: ['whole-user', 'plain-user', ...habitsOf(changes)] },
  ],
  changeGroup: ({ id, wanted }) => [
    { request: rename(id, displayNameIn(wanted)), habits: ['pathless-rename'] },
  ],
  changeMembers: ({ id, joining, leaving, perRequest }) => ({
    removals: batchesOf(leaving, perRequest).map((batch) => ({
      request: membership('remove', id, batch),
      habits: ['remove-with-value'],
      about: batch,
    })),
    additions: batchesOf(joining, perRequest).map((batch) => ({
      request: membership('add', id, batch),
      habits: ['members-by-value'],
      about: batch,
    })),
  }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id) },
    habits: ['deleted-when-gone'],
  }),
  deleteGroup: (id) => ({
    request: { method: 'DELETE', path: at('/Groups', id) },
    habits: ['deleted-when-gone'],
  }),
})

/**
 * Nothing of a test account is left where the target can delete. Without an id there is nothing to go on with. Groups may
 * be missing altogether in a target, which JumpCloud finds out in this way.
 */
function* testUser(address: string): Exchanges<HabitId, number | undefined> {
  const values = new Map<Conveyed, string | boolean>([
    ['userName', address],
    ['name.givenName', 'Test'],
    ['name.familyName', 'Bruker'],
    ['emails.work', address],
    ['active', true],
  ])
  const made = yield test({ method: 'POST', path: '/Users', headers: HEADERS, body: plainUser(values) })
  const id = idIn(made)
  if (id === undefined) return made.status
  const changed = yield test(putUser(id, values), 'whole-user')
  const deleted = yield test({ method: 'DELETE', path: at('/Users', id) })
  if (!isSuccess(deleted))
    yield {
      request: putUser(id, new Map(values).set('active', false)),
      habits: ['test-account', 'test-user-switched-off', 'whole-user'],
    }
  return isSuccess(changed) ? undefined : changed.status
}

function* testGroup(name: string): Exchanges<HabitId, number | undefined> {
  const made = yield test({
    method: 'POST',
    path: '/Groups',
    headers: HEADERS,
    body: plainGroup(new Map([['displayName', name]])),
  })
  const id = idIn(made)
  if (id === undefined) return made.status
  const changed = yield test(rename(id, `${name} 2`), 'pathless-rename')
  yield test({ method: 'DELETE', path: at('/Groups', id) })
  return isSuccess(changed) ? undefined : changed.status
}

function test(request: ScimRequest, ...others: HabitId[]): Draft<HabitId> {
  return { request, habits: ['test-account', 'test-requests', ...others] }
}

function idIn(answer: ScimResponse): string | undefined {
  return isSuccess(answer) && isObject(answer.body) ? usableId(member(answer.body, 'id')) : undefined
}

function isSuccess({ status }: ScimResponse): boolean {
  return status >= 200 && status < 300
}

function find(collection: '/Users' | '/Groups', attribute: Conveyed, values: Values): ScimRequest {
  const filter = equals(patchPath(attribute), String(values.get(attribute)))
  return { method: 'GET', path: withQuery(collection, { filter }), headers: HEADERS }
}

function putUser(id: string, values: Values): ScimRequest {
  return { method: 'PUT', path: at('/Users', id), headers: HEADERS, body: plainUser(values) }
}

function displayNameIn(values: Values): string {
  return String(values.get('displayName') ?? '')
}

function habitsOf(changes: readonly Change[]): HabitId[] {
  const found: HabitId[] = []
  if (changes.some(({ value }) => value === null)) found.push('cleared-by-leaving-out')
  if (changes.some(({ attribute }) => attribute === 'active')) found.push('deprovisioned-by-status')
  return found
}

function rename(id: string, displayName: string): ScimRequest {
  return patch(id, { op: 'replace', value: { displayName } })
}

function membership(op: 'add' | 'remove', id: string, ids: readonly string[]): ScimRequest {
  return patch(id, { ...addition(ids), op })
}

function patch(id: string, operation: JsonObject): ScimRequest {
  return patchRequest(at('/Groups', id), [operation], HEADERS)
}
