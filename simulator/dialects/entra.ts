import { at, type Dialect, defineDialect, type Habit } from '../dialect.ts'
import { batchesOf } from '../wire/form.ts'
import { batchHabit, MANAGER, patching, type Settings, SHARED_HABITS, sharedFacts } from './entra.part.ts'
import { CAPITAL, LEGACY_HABITS, legacyChanges } from './entra-legacy.part.ts'

const habits = {
  ...SHARED_HABITS,
  ...LEGACY_HABITS,
  'remove-with-value': {
    says: 'Remove with path "members" and a value means the listed members only',
    source: 'ENT-157: Captain-P-Goldfish/SCIM-SDK#167; apache/directory-scimple#447',
    confidence: 'documented',
    departs: 'AMB-063',
    mayBeReadOtherwise: true,
  },
  'member-with-null-ref': {
    says: 'A member comes with $ref null in front, as the developer guide prints it',
    source: 'ENT-155, ENT-157: entra-docs use-scim-to-provision-users-and-groups.md',
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

/** Microsoft Entra ID as a custom application meets it without the flag `aadOptscim062020`. */
export default defineDialect<HabitId>({ ...legacy({}), configured: legacy })

function legacy(settings: Settings): Dialect<HabitId> {
  return {
    id: 'entra',
    title: 'Microsoft Entra ID, custom application without the 2020 flag',
    habits,
    ...sharedFacts(settings),
    ...legacyChanges(settings),
    // Nothing is sent when the manager is taken away (ENT-112, ENT-123).
    changeManager: (id, manager, before) => {
      if (manager === undefined) return undefined
      const op = before === undefined ? CAPITAL.add : CAPITAL.replace
      const operation = { op, path: MANAGER, value: manager }
      return patching(at('/Users', id), [operation], ['manager-as-string', 'capital-op'], settings)
    },
    changeMembers: ({ id, joining, leaving, perRequest }) => ({
      removals: batchesOf(leaving, perRequest).map((batch) => membership(CAPITAL.remove, id, batch)),
      additions: batchesOf(joining, perRequest).map((batch) => membership(CAPITAL.add, id, batch)),
    }),
  }

  function membership(op: 'Add' | 'Remove', group: string, ids: readonly string[]) {
    const withRef = settings.memberRef === 'null'
    const value = ids.map((id) => (withRef ? { $ref: null, value: id } : { value: id }))
    const own: HabitId[] = op === 'Remove' ? ['remove-with-value'] : []
    if (withRef) own.push('member-with-null-ref')
    const used: HabitId[] = ['capital-op', batchHabit(ids.length), ...own]
    return { ...patching(at('/Groups', group), [{ op, path: 'members', value }], used, settings), about: ids }
  }
}
