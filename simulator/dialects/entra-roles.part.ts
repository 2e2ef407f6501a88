import type { JsonObject } from '#scim'
import type { Change, Habit } from '../dialect.ts'
import type { Policy } from '../policy.ts'
import { rolesOf } from '../wire/attribute.ts'
import { guidFrom } from '../wire/hash.ts'

type Way = Policy['roles']
const TYPE = 'WindowsAzureActiveDirectoryRole'
const PRIMARY = 'roles[primary eq "True"]'

/** Four ways of mapping app roles, of which an administrator picks one. */
export const ROLE_HABITS = {
  'roles-single': {
    says: 'SingleAppRoleAssignment: one role, primary; an update adds it and never takes the old one away',
    source: 'ENT-170: entra-docs customize-application-attributes.md',
    confidence: 'documented',
  },
  'roles-complex': {
    says: 'AppRoleAssignmentsComplex: all roles, with displayName, which no role has; an update adds what is new and never takes one away',
    source: 'ENT-171: entra-docs customize-application-attributes.md',
    confidence: 'documented',
    departs: 'RFC 7643 section 4.1.2',
    mayBeReadOtherwise: true,
  },
  'roles-assertive': {
    says: 'AssertiveAppRoleAssignmentsComplex: an update replaces the whole list, always with "replace" in small letters',
    source: 'ENT-172: entra-docs customize-application-attributes.md',
    confidence: 'documented',
  },
  'roles-primary': {
    says: 'A mapping to roles[primary eq "True"]: the constant of the filter becomes the value, a string',
    source: 'ENT-109, ENT-174: pingidentity/scim2#239; Captain-P-Goldfish/SCIM-SDK#516',
    confidence: 'observed',
    departs: 'AMB-017',
    mayBeReadOtherwise: true,
  },
  'role-as-json-text': {
    says: 'A role in an update is JSON inside a string',
    source: 'ENT-170: entra-docs customize-application-attributes.md',
    confidence: 'documented',
    departs: 'RFC 7643 section 4.1.2',
    mayBeReadOtherwise: true,
  },
  'role-as-in-create': {
    says: 'With the flag, a role has the same form in an update as in a create',
    source: 'ENT-173: entra-docs customize-application-attributes.md (that it has; the body is inferred)',
    confidence: 'inferred',
  },
} satisfies Record<string, Habit>

/** Of the directory's roles, those that the mapping can convey; nothing where no mapping is chosen. */
export function conveyedRoles(text: string | undefined, way: Way): string | undefined {
  if (way === undefined || way === 'none') return undefined
  const names = rolesOf(text)
  return (way === 'single' || way === 'primary' ? names.slice(0, 1) : names).join(', ')
}

/** `undefined` where roles are not mapped at all; the default mapping gives an empty list. */
export function rolesInCreate(way: Way, names: readonly string[]): JsonObject[] | undefined {
  switch (way) {
    case 'none':
      return undefined
    case 'single':
      return names.map((value) => ({ primary: true, type: TYPE, value }))
    case 'complex':
      return names.map((value) => ({ primary: false, type: TYPE, displayName: value, value }))
    case 'assertive':
      return names.map((value) => ({ primary: false, type: TYPE, display: value, value }))
    case 'primary':
      return names.map((value) => ({ primary: 'True', display: value, value, type: TYPE }))
    default:
      return []
  }
}

export interface RoleWriting {
  readonly way: Way
  readonly ops: { readonly add: string; readonly replace: string }
  /** Whether an update writes a role as JSON inside a string. */
  readonly asText: boolean
}

/** None where there is nothing to add. */
export function roleOperations({ value, current }: Change, { way, ops, asText }: RoleWriting): JsonObject[] {
  const names = rolesOf(value)
  if (way === 'assertive') return [{ op: 'replace', path: 'roles', value: rolesInCreate(way, names) ?? [] }]
  if (way === 'primary') return primaryOperations(names[0] ?? '', current === undefined, ops)
  const known = new Set(rolesOf(String(current ?? '')))
  const added = names.filter((name) => !known.has(name))
  if (added.length === 0) return []
  const elements = asText ? added.map((name) => ({ value: asJson(name) })) : rolesInCreate(way, added)
  return [{ op: ops.add, path: 'roles', value: elements ?? [] }]
}

export function roleHabits({ way, asText }: RoleWriting): (keyof typeof ROLE_HABITS)[] {
  if (way === undefined || way === 'none') return []
  const piles = way === 'single' || way === 'complex'
  return [`roles-${way}`, ...(piles ? ([asText ? 'role-as-json-text' : 'role-as-in-create'] as const) : [])]
}

function primaryOperations(name: string, isNew: boolean, ops: RoleWriting['ops']): JsonObject[] {
  const parts = isNew ? { display: name, type: TYPE, value: name } : { display: name, value: name }
  const op = isNew ? ops.add : ops.replace
  return Object.entries(parts).map(([sub, value]) => ({ op, path: `${PRIMARY}.${sub}`, value }))
}

/** Ids of roles are Entra's own, so one is made up for each name. */
function asJson(name: string): string {
  return JSON.stringify({ id: guidFrom(`role ${name}`), value: name, displayName: name })
}
