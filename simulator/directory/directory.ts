import { type Attributes, withChanges } from './attributes.ts'
import type { Event } from './event.ts'

export interface Person {
  readonly key: string
  readonly attributes: Attributes
  /** False: the account is disabled. The person is still in the directory. */
  readonly active: boolean
  /** Key of a person. */
  readonly manager?: string
}

export interface Group {
  readonly key: string
  readonly displayName: string
  readonly externalId: string
  /** Keys of persons. */
  readonly members: ReadonlySet<string>
}

/** The organisation at one moment. Never changed: events make a new one. */
export interface Directory {
  readonly people: ReadonlyMap<string, Person>
  readonly groups: ReadonlyMap<string, Group>
}

/** What is known about everybody who may be hired. */
type Roster = ReadonlyMap<string, Attributes>

/**
 * The directory after an event. Somebody who leaves or is removed loses every group; coming back gives none of them
 * back (ENT-138). An event about somebody unknown changes nothing.
 */
export function applyEvent(directory: Directory, event: Event, roster: Roster): Directory {
  switch (event.kind) {
    case 'hire':
      return withPerson(directory, newPerson(event.person, roster))
    case 'rename':
      return changed(directory, event.person, (person) => ({
        ...person,
        attributes: withChanges(person.attributes, event.to),
      }))
    case 'rename group':
      return changedGroup(directory, event.group, (group) => ({ ...group, displayName: event.displayName }))
    case 'join':
      return joined(directory, event.person, event.group)
    case 'quit':
      return quit(directory, event.person, event.group)
    case 'move':
      return joined(quit(directory, event.person, event.from), event.person, event.to)
    case 'leave':
      return changed(withoutMember(directory, event.person), event.person, (p) => ({ ...p, active: false }))
    case 'return':
      return changed(directory, event.person, (person) => ({ ...person, active: true }))
    case 'remove':
      return withoutPerson(directory, event.person)
    case 'dissolve':
      return { ...directory, groups: without(directory.groups, event.group) }
    case 'manager':
      return changed(directory, event.person, ({ manager: _, ...person }) =>
        event.manager === undefined ? person : { ...person, manager: event.manager },
      )
  }
}

function newPerson(key: string, roster: Roster): Person {
  return { key, attributes: roster.get(key) ?? {}, active: true }
}

function withPerson(directory: Directory, person: Person): Directory {
  return { ...directory, people: new Map(directory.people).set(person.key, person) }
}

function changed(directory: Directory, key: string, change: (person: Person) => Person): Directory {
  const person = directory.people.get(key)
  return person ? withPerson(directory, change(person)) : directory
}

function changedGroup(directory: Directory, key: string, change: (group: Group) => Group): Directory {
  const group = directory.groups.get(key)
  return group ? { ...directory, groups: new Map(directory.groups).set(key, change(group)) } : directory
}

function joined(directory: Directory, person: string, key: string): Directory {
  return changedGroup(directory, key, (group) => ({
    ...group,
    members: new Set([...group.members, person]),
  }))
}

function quit(directory: Directory, person: string, key: string): Directory {
  return changedGroup(directory, key, (group) => ({
    ...group,
    members: new Set([...group.members].filter((member) => member !== person)),
  }))
}

function withoutMember(directory: Directory, person: string): Directory {
  return [...directory.groups.keys()].reduce((before, key) => quit(before, person, key), directory)
}

function withoutPerson(directory: Directory, key: string): Directory {
  const { groups, people } = withoutMember(directory, key)
  const left = [...without(people, key)].map(([name, { manager, ...person }]) => {
    return [name, manager === undefined || manager === key ? person : { ...person, manager }] as const
  })
  return { groups, people: new Map(left) }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([name]) => name !== key))
}
