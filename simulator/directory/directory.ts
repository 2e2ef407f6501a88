import { MadeMap } from '../scenario/made.ts'
import { type Attributes, withChanges } from './attributes.ts'
import type { Event } from './event.ts'
import { KeySet } from './key-set.ts'
import { Numbers } from './numbers.ts'
import { personIn, remembering, type Standing, standings } from './person.ts'

export interface Person {
  readonly key: string
  readonly attributes: Attributes
  /** The account in the directory: disabled people and those in the bin are still there. */
  readonly account: 'enabled' | 'suspended' | 'disabled' | 'binned'
  /** Whether the person may use the application: only then somebody is provisioned. */
  readonly assigned: boolean
  /** Enabled and assigned. Whether a suspended account still counts is for the dialect to say. */
  readonly active: boolean
  /** Key of a person. */
  readonly manager?: string
}

export interface Group {
  readonly key: string
  readonly displayName: string
  readonly externalId: string
  /** The name under which an administrator has filed it; never conveyed. */
  readonly parent?: string
  /** Keys of persons. */
  readonly members: ReadonlySet<string>
  /** Keys of groups that are members of it as a whole. */
  readonly inner: ReadonlySet<string>
}

/** The organisation at one moment. Whoever looks at it must not change it: `happen` does. */
export interface Directory {
  readonly people: ReadonlyMap<string, Person>
  readonly groups: ReadonlyMap<string, Group>
}

/** What is known about everybody who may be hired. */
export type Roster = ReadonlyMap<string, Attributes>

/** What is known about groups that are formed or there from the beginning. */
export type GroupRoster = ReadonlyMap<string, Pick<Group, 'displayName' | 'externalId' | 'parent'>>

export interface LivingDirectory extends Directory {
  /**
   * Somebody who leaves, goes to the bin or is removed loses every group; coming back gives none of them back (ENT-138).
   * An event about somebody unknown changes nothing.
   */
  happen(event: Event): void
}

const HIRED: Standing = { account: 'enabled', assigned: true }

interface OpenGroup extends Group {
  readonly members: KeySet
  readonly inner: Set<string>
}

/** @param later keys of groups that are formed in the course of the story; all others are there from the beginning, empty */
export function createDirectory(
  roster: Roster,
  groupRoster: GroupRoster,
  later: ReadonlySet<string> = new Set(),
): LivingDirectory {
  const standing = standings()
  const keys = new Numbers()
  const known = new Map<string, Standing>()
  const remembered = remembering(roster)
  const people = new MadeMap(known, (its, key) => personIn(remembered, key, its))
  const groups = new Map<string, OpenGroup>()
  const form = (key: string) => {
    const described = groupRoster.get(key)
    if (described) groups.set(key, { key, ...described, members: new KeySet(keys), inner: new Set() })
  }
  for (const key of groupRoster.keys()) if (!later.has(key)) form(key)
  const change = (key: string, with_: Partial<Standing>) => {
    const its = known.get(key)
    if (its) known.set(key, standing({ ...its, ...with_ }))
  }
  const quitAll = (key: string) => {
    for (const group of groups.values()) group.members.delete(key)
  }
  const happen = (event: Event): void => {
    switch (event.kind) {
      case 'hire':
        // The same text for the person and in every group.
        keys.of(event.person)
        known.set(event.person, standing(HIRED))
        break
      case 'rename': {
        const attributes = people.get(event.person)?.attributes
        if (attributes) change(event.person, { changed: withChanges(attributes, event.to) })
        break
      }
      case 'rename group': {
        const group = groups.get(event.group)
        if (group) groups.set(event.group, { ...group, displayName: event.displayName })
        break
      }
      case 'join':
        groups.get(event.group)?.members.add(event.person)
        break
      case 'quit':
        groups.get(event.group)?.members.delete(event.person)
        break
      case 'move':
        groups.get(event.from)?.members.delete(event.person)
        groups.get(event.to)?.members.add(event.person)
        break
      case 'nest':
        if (groups.has(event.group)) groups.get(event.in)?.inner.add(event.group)
        break
      case 'unnest':
        groups.get(event.from)?.inner.delete(event.group)
        break
      case 'leave':
      case 'bin':
        quitAll(event.person)
        change(event.person, { account: event.kind === 'bin' ? 'binned' : 'disabled' })
        break
      case 'disable':
        change(event.person, { account: 'disabled' })
        break
      case 'suspend':
        change(event.person, { account: 'suspended' })
        break
      case 'unsuspend':
      case 'return':
      case 'enable':
      case 'restore':
        change(event.person, { account: 'enabled' })
        break
      case 'unassign':
      case 'assign':
        change(event.person, { assigned: event.kind === 'assign' })
        break
      case 'remove':
        quitAll(event.person)
        known.delete(event.person)
        for (const [key, { manager }] of known) if (manager === event.person) unmanage(key)
        break
      case 'dissolve':
        groups.delete(event.group)
        for (const { inner } of groups.values()) inner.delete(event.group)
        break
      case 'form':
        form(event.group)
        break
      case 'manager':
        if (event.manager === undefined) unmanage(event.person)
        else change(event.person, { manager: event.manager })
        break
    }
  }
  const unmanage = (key: string) => {
    const { manager: _, ...rest } = known.get(key) ?? HIRED
    if (known.has(key)) known.set(key, standing(rest))
  }
  return { people, groups, happen }
}
