import type { JsonObject } from '#scim'
import { at, type Change, type Dialect, type Habit } from '../dialect.ts'
import { isElement, patchPath } from '../wire/attribute.ts'
import { isUnassigned, patching, type Settings, type SHARED_HABITS } from './entra.part.ts'
import { type RoleWriting, roleHabits, roleOperations } from './entra-roles.part.ts'

/** How a PATCH of a person or group is written without the flag, and on demand always (ENT-201). */
export const LEGACY_HABITS = {
  'capital-op': {
    says: 'op is "Add", "Replace", "Remove"',
    source: 'ENT-101: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
    departs: 'AMB-048',
  },
  'one-operation-per-attribute': {
    says: 'Each attribute has an operation of its own, always with a path',
    source: 'ENT-103: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
  },
  'boolean-as-string': {
    says: 'active is patched with the string "True" or "False"',
    source: 'ENT-108, ENT-131: AzureAD/SCIMReferenceCode#21; jelhub/scimgateway#47',
    confidence: 'documented',
    departs: 'AMB-017',
  },
} satisfies Record<string, Habit>

type LegacyHabit = keyof typeof LEGACY_HABITS | keyof typeof SHARED_HABITS

export const CAPITAL = { add: 'Add', replace: 'Replace', remove: 'Remove' } as const

export function legacyChanges(settings: Settings) {
  const roles: RoleWriting = { way: settings.roles, ops: CAPITAL, asText: true }
  const drafts = (path: string, changes: readonly Change[]) => {
    const ordered = [...changes].sort((a, b) => (patchPath(a.attribute) < patchPath(b.attribute) ? -1 : 1))
    const operations = ordered.flatMap((change) =>
      change.attribute === 'roles' ? roleOperations(change, roles) : [operation(change, settings)],
    )
    if (operations.length === 0) return []
    const habits = [...habitsOf(ordered, settings), ...(hasRoles(ordered) ? roleHabits(roles) : [])]
    return [patching(path, operations, habits, settings)]
  }
  return {
    changeUser: ({ id, changes }) => drafts(at('/Users', id), changes),
    changeGroup: ({ id, changes }) => drafts(at('/Groups', id), changes),
  } satisfies Partial<Dialect<LegacyHabit>>
}

export function hasRoles(changes: readonly Change[]): boolean {
  return changes.some(({ attribute }) => attribute === 'roles')
}

export function makesElement({ attribute, current }: Change): boolean {
  return isElement(attribute) && isUnassigned(current)
}

function operation({ attribute, value, current }: Change, { activeAs }: Settings): JsonObject {
  const op = isUnassigned(current) ? CAPITAL.add : CAPITAL.replace
  return { op, path: patchPath(attribute), value: activeAs === 'boolean' ? value : textual(value) }
}

function textual(value: Change['value']): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value)
}

function habitsOf(changes: readonly Change[], { activeAs }: Settings): LegacyHabit[] {
  const habits: LegacyHabit[] = ['capital-op', 'one-operation-per-attribute', 'add-when-unassigned']
  const active = changes.filter(({ attribute }) => attribute === 'active')
  if (active.length > 0 && activeAs !== 'boolean') habits.push('boolean-as-string')
  if (active.some(({ value }) => value === false)) habits.push('disabled-not-deleted')
  if (changes.some(makesElement)) habits.push('add-with-value-filter')
  return habits
}
