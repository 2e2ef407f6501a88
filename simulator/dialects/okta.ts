import { type JsonObject, type ScimRequest, URN } from '#scim'
import { printPatchPath } from '#scim/path'
import {
  at,
  type Change,
  type Dialect,
  defineDialect,
  type Habit,
  type MembershipChange,
  type MembershipDraft,
  type Update,
} from '../dialect.ts'
import { batchesOf } from '../wire/form.ts'
import {
  common,
  habits as commonHabits,
  memberOf,
  okta,
  putUser,
  readAllWithEntitlements,
} from './okta.part.ts'

const REFERENCE = 'okta/okta-developer-docs docs/reference/scim/scim-20'

const habits = {
  ...commonHabits,
  'status-without-path': {
    says: 'Disabling and enabling is one replace without a path, with active alone as a boolean; a disable without reading first',
    source: `OKT-029: ${REFERENCE}`,
    confidence: 'documented',
  },
  'profile-after-return': {
    says: 'Who comes back is read and enabled, and then the profile is put',
    source: `OKT-033: ${REFERENCE}; Okta-SCIM-20-CRUD-Test.json`,
    confidence: 'documented',
  },
  'password-without-path': {
    says: 'A password is one replace without a path',
    source: `OKT-029: ${REFERENCE}`,
    confidence: 'documented',
  },
  'rename-with-id': {
    says: 'A group is renamed by a replace without a path that repeats the id',
    source: `OKT-053: ${REFERENCE}`,
    confidence: 'documented',
    departs: 'AMB-050',
  },
  'rename-before-members': {
    says: 'Every change of members is preceded by the name, and waits where that fails',
    source: `OKT-053: ${REFERENCE}`,
    confidence: 'documented',
  },
  'members-in-one-request': {
    says: 'Members who left are removed by filter, one operation each, and the new ones added in the same request',
    source: `OKT-054: ${REFERENCE}; Captain-P-Goldfish/SCIM-SDK#419`,
    confidence: 'documented',
  },
  'whole-list-pushed': {
    says: 'A group that is pushed as a whole, or was found in the target, has its list of members replaced',
    source: `OKT-055: ${REFERENCE}`,
    confidence: 'documented',
  },
  'emptied-without-path': {
    says: 'A group that loses its last member gets an empty list, id and name in a replace without a path',
    source: 'OKT-055: jelhub/scimgateway#113',
    confidence: 'observed',
    departs: 'AMB-050',
  },
} satisfies Record<string, Habit>

type OinHabit = keyof typeof habits

const dialect: Dialect<OinHabit> = {
  ...common,
  id: 'okta',
  title: 'Okta, integration from the catalogue (OIN)',
  habits,
  unread: ['deactivation', 'password'],
  changeUser,
  changePassword: ({ id }, password) => [
    {
      request: patch(at('/Users', id), [{ op: 'replace', value: { password } }]),
      habits: ['okta-headers', 'password-without-path'],
    },
  ],
  changeGroup: ({ id, wanted }) => [rename(id, String(wanted.get('displayName') ?? ''))],
  changeMembers: (change) => ({ removals: [], additions: membershipsOf(change) }),
  pushGroup: (change) => [renameFirst(change), wholeList(change)],
}

/** Okta with an integration from its catalogue, which patches status, password and groups. */
export default defineDialect<OinHabit>({
  ...dialect,
  configured: ({ entitlements }) =>
    entitlements ? { ...dialect, readAll: readAllWithEntitlements } : dialect,
})

/** The status first; somebody who comes back has the profile pushed in any case. */
function changeUser(update: Update) {
  const status = update.changes.find(({ attribute }) => attribute === 'active')
  const isProfile = update.changes.some((change) => change !== status)
  const returns = status?.value === true
  const { request, habits } = putUser(update)
  const put = { request, habits: returns ? [...habits, 'profile-after-return' as const] : habits }
  return [...(status ? [switching(update.id, status)] : []), ...(isProfile || returns ? [put] : [])]
}

function switching(id: string, { value }: Change) {
  const off = value === false ? (['disabled-not-deleted'] as const) : []
  return {
    request: patch(at('/Users', id), [{ op: 'replace', value: { active: value } }]),
    habits: ['okta-headers', 'status-without-path', ...off] satisfies OinHabit[],
  }
}

function rename(id: string, displayName: string) {
  return {
    request: patch(at('/Groups', id), [{ op: 'replace', value: { id, displayName } }]),
    habits: ['okta-headers', 'rename-with-id'] as OinHabit[],
  }
}

function renameFirst({ id, values }: MembershipChange): MembershipDraft<OinHabit> {
  const { request, habits } = rename(id, String(values.get('displayName') ?? ''))
  return { request, habits: [...habits, 'rename-before-members'], about: [] }
}

function membershipsOf(change: MembershipChange): MembershipDraft<OinHabit>[] {
  if (change.isFound) return [renameFirst(change), wholeList(change)]
  if (change.members.length === 0) return [emptied(change)]
  return [renameFirst(change), ...differences(change)]
}

function wholeList({ id, members, leaving, nameOf }: MembershipChange): MembershipDraft<OinHabit> {
  const value = members.map((member) => memberOf(member, nameOf))
  return {
    request: patch(at('/Groups', id), [{ op: 'replace', path: 'members', value }]),
    habits: ['okta-headers', 'whole-list-pushed'],
    about: [...leaving, ...members],
  }
}

function emptied({ id, values, leaving }: MembershipChange): MembershipDraft<OinHabit> {
  const value = { members: [], id, displayName: values.get('displayName') ?? '' }
  return {
    request: patch(at('/Groups', id), [{ op: 'replace', value }]),
    habits: ['okta-headers', 'emptied-without-path'],
    about: leaving,
  }
}

/** As many in one request as the administrator allows. */
function differences({ id, joining, leaving, perRequest, nameOf }: MembershipChange) {
  const joins = new Set(joining)
  return batchesOf([...leaving, ...joining], perRequest).map((batch): MembershipDraft<OinHabit> => {
    const removals = batch.filter((each) => !joins.has(each)).map((each) => remove(each))
    const added = batch.filter((each) => joins.has(each)).map((each) => memberOf(each, nameOf))
    const addition = added.length > 0 ? [{ op: 'add', path: 'members', value: added }] : []
    return {
      request: patch(at('/Groups', id), [...removals, ...addition]),
      habits: ['okta-headers', 'members-in-one-request'],
      about: batch,
    }
  })
}

function remove(id: string): JsonObject {
  const filter = { kind: 'compare', path: { attribute: 'value' }, op: 'eq', value: id } as const
  return { op: 'remove', path: printPatchPath({ path: { attribute: 'members' }, filter }) }
}

function patch(path: string, operations: JsonObject[]): ScimRequest {
  return okta('PATCH', path, { schemas: [URN.patchOp], Operations: operations })
}
