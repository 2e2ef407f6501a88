import { ATTRIBUTES, type AttributeName } from '../directory/attributes.ts'
import { GATES, type Gate, type Policy } from '../policy.ts'
import type { ScopingFilter } from '../scope.ts'
import type { Conveyed } from '../wire/attribute.ts'
import type { Node } from './node.ts'

export const NUMBERS = [
  'membersPerRequest',
  'accidentalDeletions',
  'quarantineFailures',
  'quarantineShare',
  'interval',
] as const
/** Settings with one of a few words. */
export const WORDS = {
  throttled: ['next cycle', 'wait'],
  leavers: ['disable', 'delete', 'leave'],
  roles: ['none', 'single', 'complex', 'assertive', 'primary'],
  managers: ['deferred', 'in the create'],
  userShape: ['full', 'short'],
  groupShape: ['captured', 'guide'],
  memberRef: ['none', 'null'],
  activeAs: ['text', 'boolean'],
  flagAddMember: ['add', 'replace'],
  flagRemoveManager: ['nothing', 'filter'],
} as const
export const FLAGS = ['skipOutOfScope', 'entitlements', 'versionHeader', 'earlySchemas'] as const
export const KEYS = [
  'matchUsers',
  'matchGroups',
  'unmapped',
  'preview',
  'firstWriteAfter',
  'groupsUnder',
  'assignedGroups',
  'scope',
  ...FLAGS,
  ...Object.keys(WORDS),
  ...NUMBERS,
]

/** What may be looked for: a query is part of a URL, where no identity number may ever be. */
export const SEARCHABLE = ATTRIBUTES.filter((name) => name !== 'nationalId')

/** What may be left out of the mapping: not the name without which there is no account. */
export const UNMAPPABLE = ATTRIBUTES.filter((name) => name !== 'userName')

/** Settings that say how people and groups are mapped: they may change in mid-story. */
export const MAPPING = ['matchUsers', 'matchGroups', 'unmapped', 'roles', 'scope'] as const

/** What a scoping filter may look at: not names, which are other in every run, and no identity number. */
export const SCOPABLE = ATTRIBUTES.filter(
  (name) =>
    name !== 'nationalId' && name !== 'userName' && name !== 'externalId' && !name.startsWith('emails.'),
)
/** Conditions other than a plain text, which stands for "equals". */
export const CONDITIONS = ['not', 'empty'] as const

export function readMapping(node: Node, groups: readonly string[]): Partial<Policy> {
  const fields = node.fields('the mapping', MAPPING)
  return fields.size === 0
    ? node.fail(`the mapping changes nothing; possible: ${MAPPING.join(', ')}`)
    : readPolicy(node, groups)
}

/** `provider: { matchUsers: [externalId], accidentalDeletions: 2 }`: settings that an administrator has changed. */
export function readPolicy(node: Node | undefined, groups: readonly string[]): Partial<Policy> {
  if (!node) return {}
  const fields = node.fields('the settings of the provider', KEYS)
  const attributes = (name: 'matchUsers' | 'matchGroups') => {
    const list = fields.get(name)?.list(name)
    return list ? { [name]: list.map((one) => one.oneOf('an attribute', SEARCHABLE) as Conveyed) } : {}
  }
  const unmapped = fields.get('unmapped')?.list('unmapped')
  const numbers = NUMBERS.flatMap((name) => {
    const value = fields.get(name)
    return value ? [[name, value.number(name)] as const] : []
  })
  const groupsUnder = fields.get('groupsUnder')
  const assigned = fields.get('assignedGroups')?.list('assignedGroups')
  const scope = fields.get('scope')?.list('scope')
  const flags = FLAGS.flatMap((name) => {
    const value = fields.get(name)
    return value ? [[name, value.flag(name)] as const] : []
  })
  const words = Object.entries(WORDS).flatMap(([name, candidates]) => {
    const value = fields.get(name)
    return value ? [[name, value.oneOf(name, candidates)] as const] : []
  })
  return {
    ...attributes('matchUsers'),
    ...attributes('matchGroups'),
    ...(unmapped
      ? { unmapped: unmapped.map((one) => one.oneOf('an attribute', UNMAPPABLE) as Conveyed) }
      : {}),
    ...readGates(fields),
    ...(groupsUnder ? { groupsUnder: groupsUnder.text('groupsUnder') } : {}),
    ...(assigned ? { assignedGroups: assigned.map((one) => one.oneOf('a group', groups)) } : {}),
    ...(scope ? { scope: scope.map(readFilter) } : {}),
    ...Object.fromEntries(numbers),
    ...Object.fromEntries(flags),
    ...Object.fromEntries(words),
  }
}

/** `{ enterprise.department: Helse, userType: { not: Vikar }, title: { empty: false } }`: all of it has to hold. */
function readFilter(node: Node): ScopingFilter {
  const entries = node.entries('a scoping filter')
  if (entries.length === 0) node.fail('a scoping filter without a condition; name an attribute')
  return entries.map(({ at, value }) => {
    const attribute = at.oneOf('an attribute', SCOPABLE) as AttributeName
    if (!value.isMapping) return { attribute, must: 'equal', text: value.text(attribute) }
    const fields = value.fields('a condition', CONDITIONS)
    const [not, empty] = [fields.get('not'), fields.get('empty')]
    if (fields.size !== 1) return value.fail('a condition is a text, "not: …" or "empty: …"')
    if (not) return { attribute, must: 'differ', text: not.text('not') }
    return { attribute, must: empty?.flag('empty') ? 'be empty' : 'be filled', text: '' }
  })
}

/** `preview: true` is short for a list of `firstWriteAfter` that holds that one step. */
function readGates(fields: ReadonlyMap<string, Node>): Pick<Policy, 'gates'> | undefined {
  const listed = (fields.get('firstWriteAfter')?.list('firstWriteAfter') ?? []).map(
    (one) => one.oneOf('a step of the set-up', GATES) as Gate,
  )
  const preview: Gate[] = fields.get('preview')?.flag('preview') ? ['preview approved'] : []
  const gates = [...new Set([...listed, ...preview])]
  return gates.length > 0 ? { gates } : undefined
}
