import type { Directory, Group, Person } from '../directory/directory.ts'
import type { Policy } from '../policy.ts'
import { MadeMap } from '../scenario/made.ts'
import { passes } from '../scope.ts'
import { nameOf } from './link.ts'
import { innerKey } from './members.ts'
import type { Session } from './session.ts'

/**
 * The organisation as the provider sees it: who is out of scope is as good as not assigned, and a group that is a member
 * of a group is one by its name (`group nurses`), or left out, or stands for its people, as the dialect has it.
 */
export function viewOf(session: Session, { people, groups }: Directory): Directory {
  const seen = new MadeMap(groups, (group) => withInner(session, group, groups))
  return { people: new MadeMap(people, (person) => scoped(session.policy, person, seen)), groups: seen }
}

/** Whether an administrator lets the group out of the organisation (E-23, ENT-050). */
export function isProvisioned({ groupsUnder, assignedGroups }: Policy, { key, parent }: Group): boolean {
  if (groupsUnder !== undefined && parent !== groupsUnder) return false
  return assignedGroups === undefined || assignedGroups.includes(key)
}

function scoped({ scope, assignedGroups }: Policy, person: Person, groups: Directory['groups']): Person {
  const isIn = assignedGroups?.some((key) => groups.get(key)?.members.has(person.key)) ?? true
  if (isIn && passes(person.attributes, scope)) return person
  return { ...person, assigned: false, active: false }
}

function withInner({ dialect, policy }: Session, group: Group, groups: Directory['groups']): Group {
  if (group.inner.size === 0 || dialect.nestedGroups.become === 'left out') return group
  if (dialect.nestedGroups.become === 'flattened') return { ...group, members: everybodyIn(group, groups) }
  const inner = [...group.inner].filter((key) => {
    const one = groups.get(key)
    return one !== undefined && isProvisioned(policy, one)
  })
  return { ...group, members: new Set([...group.members, ...inner.map(innerKey)]) }
}

/** Groups that are in each other end somewhere all the same. */
function everybodyIn(group: Group, groups: Directory['groups']): Set<string> {
  const all = new Set([group.key])
  for (const key of all) for (const inner of groups.get(key)?.inner ?? []) all.add(inner)
  return new Set([...all].flatMap((key) => [...(groups.get(key)?.members ?? [])]))
}

/** Says of every group in a group that is not sent as such, once, and names the habit. */
export function tellInner(session: Session, { groups }: Directory): void {
  const { become, habit } = session.dialect.nestedGroups
  for (const group of groups.values()) {
    const link = session.groups.get(group.key)
    if (link?.id === undefined) continue
    for (const key of group.inner) {
      if (group.members.has(innerKey(key)) || link.toldInner.has(key)) continue
      link.toldInner.add(key)
      session.shows(habit)
      const what = become === 'flattened' ? 'its people stand for it' : 'it is left out'
      session.problem(nameOf(link), `group ${key} is a member of it as a whole: ${what}`)
    }
  }
}
