import type { JsonObject } from '#scim'
import {
  at,
  type Change,
  type Dialect,
  type Draft,
  defineDialect,
  type Habit,
  type MembershipChange,
  type MembershipDraft,
} from '../dialect.ts'
import { isElement, patchPath } from '../wire/attribute.ts'
import { batchesOf } from '../wire/form.ts'
import {
  batchHabit,
  isUnassigned,
  MANAGER,
  patching,
  type Settings,
  SHARED_HABITS,
  sharedFacts,
} from './entra.part.ts'
import { CAPITAL, hasRoles, LEGACY_HABITS, legacyChanges, makesElement } from './entra-legacy.part.ts'
import { type RoleWriting, roleHabits, roleOperations } from './entra-roles.part.ts'

const habits = {
  ...SHARED_HABITS,
  ...LEGACY_HABITS,
  'small-op': {
    says: 'op is "add", "replace", "remove"',
    source: 'ENT-101: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
  },
  'true-booleans': {
    says: 'active is a JSON boolean',
    source: 'ENT-108, ENT-131: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
  },
  'one-attribute-with-path': {
    says: 'A single plain attribute has an operation with a path',
    source: 'ENT-107: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
  },
  'several-attributes-without-path': {
    says: 'Several plain attributes stand in one operation without a path, whose value is flat: "name.givenName", "urn:…:User:department"',
    source:
      'ENT-106: entra-docs application-provisioning-config-problem-scim-compatibility.md; thomaspoignant/scim-patch#207',
    confidence: 'documented',
    departs: 'AMB-060',
    mayBeReadOtherwise: true,
  },
  'group-without-path': {
    says: 'What changes about a group is sent without a path, be it one attribute',
    source: 'ENT-154: entra-docs use-scim-to-provision-users-and-groups.md; langwatch/langwatch#7131',
    confidence: 'documented',
  },
  'member-added': {
    says: 'A member is added with "add". Captures show "replace", which no target can tell from a new list, so that is a setting',
    source: 'ENT-156, g109: inferred from the small letters of all other operations',
    confidence: 'inferred',
  },
  'member-added-by-replace': {
    says: 'A member is added with "replace" and this one member in the value: read to the letter, everybody else is out',
    source: 'ENT-156: grokability/snipe-it#19096; PostHog/posthog#47336',
    confidence: 'observed',
    departs: 'RFC 7644 section 3.5.2.3',
    mayBeReadOtherwise: true,
  },
  'member-removed-by-filter': {
    says: 'A member is removed with the path members[value eq "…"] and no value',
    source: 'ENT-158: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
  },
  'manager-removed-by-filter': {
    says: 'A manager is taken away with the path manager[value eq "…"]: no URN, and a filter on a single value. Seen once, while documents say that nothing is sent, so that is a setting',
    source: 'ENT-112, ENT-123: thomaspoignant/scim-patch#453',
    confidence: 'observed',
    departs: 'RFC 7644 section 3.5.2',
    mayBeReadOtherwise: true,
  },
  'on-demand-without-flag': {
    says: 'The flag does not work when a person or a group is provisioned on demand',
    source: 'ENT-201: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const SMALL = { add: 'add', replace: 'replace', remove: 'remove' } as const

/** Microsoft Entra ID with `aadOptscim062020` in the tenant URL. */
export default defineDialect<HabitId>({ ...flag({}), configured: flag })

function flag(settings: Settings): Dialect<HabitId> {
  return {
    id: 'entra-flag',
    title: 'Microsoft Entra ID, custom application with the 2020 flag',
    habits,
    ...sharedFacts(settings),
    changeUser: ({ id, changes }) => userDrafts(at('/Users', id), changes, settings),
    changeGroup: ({ id, changes }) => {
      const used: HabitId[] = ['small-op', 'add-when-unassigned', 'group-without-path']
      return [patching(at('/Groups', id), objects(changes), used, settings)]
    },
    changeManager: (id, manager, before) => {
      const operation = managerOperation(manager, before, settings)
      if (!operation) return undefined
      const own = manager === undefined ? 'manager-removed-by-filter' : 'manager-as-string'
      return patching(at('/Users', id), [operation], ['small-op', own], settings)
    },
    changeMembers: (change) => ({
      removals: batchesOf(change.leaving, change.perRequest).map((batch) =>
        removing(change, batch, settings),
      ),
      additions: batchesOf(change.joining, change.perRequest).map((batch) => adding(change, batch, settings)),
    }),
    onDemand: {
      changeUser: (update) => legacyChanges(settings).changeUser(update).map(onDemand),
      changeGroup: (update) => legacyChanges(settings).changeGroup(update).map(onDemand),
      changeMembers: ({ id, joining, perRequest }) => ({
        removals: [],
        additions: batchesOf(joining, perRequest).map((batch) => ({
          ...onDemand(legacyAddition(id, batch, settings)),
          about: batch,
        })),
      }),
    },
  }
}

function onDemand<Id extends string>({ request, habits }: Draft<Id>): Draft<Id | 'on-demand-without-flag'> {
  return { request, habits: [...habits, 'on-demand-without-flag'] }
}

function legacyAddition(group: string, ids: readonly string[], settings: Settings): Draft<HabitId> {
  const operation = { op: CAPITAL.add, path: 'members', value: ids.map((value) => ({ value })) }
  return patching(at('/Groups', group), [operation], ['capital-op', batchHabit(ids.length)], settings)
}

function userDrafts(path: string, changes: readonly Change[], settings: Settings) {
  const roles: RoleWriting = { way: settings.roles, ops: SMALL, asText: false }
  const ordered = [...changes].sort((a, b) => (patchPath(a.attribute) < patchPath(b.attribute) ? -1 : 1))
  const plain = ordered.filter(({ attribute }) => !isElement(attribute) && attribute !== 'roles')
  const operations = [
    ...ordered.filter(({ attribute }) => isElement(attribute)).map(withPath),
    ...ordered
      .filter(({ attribute }) => attribute === 'roles')
      .flatMap((each) => roleOperations(each, roles)),
    ...(['add', 'replace'] as const).flatMap((op) =>
      gathered(plain.filter((change) => opFor(change) === op)),
    ),
  ]
  if (operations.length === 0) return []
  const own = [...habitsOf(ordered, operations), ...(hasRoles(ordered) ? roleHabits(roles) : [])]
  return [patching(path, operations, own, settings)]
}

/** One alone keeps its path (ENT-107). */
function gathered(changes: readonly Change[]): JsonObject[] {
  return changes.length === 1 ? changes.map(withPath) : objects(changes)
}

/** An object for what is added and one for what is replaced (ENT-106). */
function objects(changes: readonly Change[]): JsonObject[] {
  return (['add', 'replace'] as const).flatMap((op) => {
    const own = changes.filter((change) => opFor(change) === op)
    const value = Object.fromEntries(own.map((change) => [patchPath(change.attribute), change.value]))
    return own.length === 0 ? [] : [{ op, value }]
  })
}

function withPath(change: Change): JsonObject {
  return { op: opFor(change), path: patchPath(change.attribute), value: change.value }
}

function opFor({ current }: Change): 'add' | 'replace' {
  return isUnassigned(current) ? SMALL.add : SMALL.replace
}

function habitsOf(changes: readonly Change[], operations: readonly JsonObject[]): HabitId[] {
  const used: HabitId[] = ['small-op', 'add-when-unassigned']
  const active = changes.filter(({ attribute }) => attribute === 'active')
  if (active.length > 0) used.push('true-booleans')
  if (active.some(({ value }) => value === false)) used.push('disabled-not-deleted')
  if (changes.some(makesElement)) used.push('add-with-value-filter')
  const paths = operations.map(({ path }) => path)
  if (paths.some((path) => path === undefined)) used.push('several-attributes-without-path')
  if (changes.some(({ attribute }) => !isElement(attribute) && paths.includes(patchPath(attribute))))
    used.push('one-attribute-with-path')
  return used
}

function managerOperation(
  manager: string | undefined,
  before: string | undefined,
  { flagRemoveManager }: Settings,
): JsonObject | undefined {
  if (manager !== undefined)
    return { op: before === undefined ? SMALL.add : SMALL.replace, path: MANAGER, value: manager }
  if (before === undefined || flagRemoveManager !== 'filter') return undefined
  return { op: SMALL.remove, path: `manager[value eq ${JSON.stringify(before)}]` }
}

function adding(
  { id }: MembershipChange,
  ids: readonly string[],
  settings: Settings,
): MembershipDraft<HabitId> {
  const replaces = settings.flagAddMember === 'replace'
  const operation = {
    op: replaces ? SMALL.replace : SMALL.add,
    path: 'members',
    value: ids.map((value) => ({ value })),
  }
  const own = replaces ? 'member-added-by-replace' : 'member-added'
  const used: HabitId[] = ['small-op', batchHabit(ids.length), own]
  return { ...patching(at('/Groups', id), [operation], used, settings), about: ids }
}

function removing(
  { id }: MembershipChange,
  ids: readonly string[],
  settings: Settings,
): MembershipDraft<HabitId> {
  const operations = ids.map((one) => ({
    op: SMALL.remove,
    path: `members[value eq ${JSON.stringify(one)}]`,
  }))
  const used: HabitId[] = ['small-op', batchHabit(ids.length), 'member-removed-by-filter']
  return { ...patching(at('/Groups', id), operations, used, settings), about: ids }
}
