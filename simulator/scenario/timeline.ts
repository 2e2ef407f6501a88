import type { Event } from '../directory/event.ts'
import type { Node } from './node.ts'
import { readChanges } from './person.ts'

export type Moment = Event | { readonly kind: 'sync' }

const KINDS = [
  'hire',
  'rename',
  'join',
  'quit',
  'move',
  'leave',
  'return',
  'remove',
  'manager',
  'sync',
] as const

export interface Cast {
  readonly people: readonly string[]
  readonly groups: readonly string[]
}

/** One line of a timeline: `sync`, `hire: kari`, `move: { person: kari, from: a, to: b }`. */
export function readMoment(node: Node, cast: Cast): Moment {
  if (!node.isMapping) return readSync(node)
  const [line, second] = node.entries('an event')
  if (!line) return node.fail(`an empty event; possible: ${KINDS.join(', ')}`)
  if (second) second.at.fail(`a second event "${second.key}" in one line; begin a new line with "- "`)
  const kind = line.at.oneOf('an event', KINDS)
  return readEvent(kind, line.value, line.at, cast)
}

function readSync(node: Node): Moment {
  const word = node.oneOf('an event', KINDS)
  if (word !== 'sync') node.fail(`"${word}" needs to know whom: "- ${word}: …"`)
  return { kind: 'sync' }
}

function readEvent(kind: string, value: Node, at: Node, cast: Cast): Moment {
  switch (kind) {
    case 'hire':
    case 'leave':
    case 'return':
      return { kind, person: value.oneOf('a person', cast.people) }
    case 'remove':
      return readRemove(value, cast)
    case 'rename':
      return readRename(value, cast)
    case 'join':
    case 'quit': {
      const pick = picker(value, kind, ['person', 'group'], cast)
      return { kind, person: pick('person'), group: pick('group') }
    }
    case 'move': {
      const pick = picker(value, kind, ['person', 'from', 'to'], cast)
      return { kind, person: pick('person'), from: pick('from'), to: pick('to') }
    }
    case 'manager':
      return readManager(value, cast)
    default:
      return at.fail('"sync" stands alone: "- sync"')
  }
}

function picker(node: Node, kind: string, keys: readonly string[], cast: Cast) {
  const fields = node.fields(kind, keys)
  return (key: string): string => {
    const value =
      fields.get(key) ??
      node.fail(`${kind} has no "${key}"; write { ${keys.map((k) => `${k}: …`).join(', ')} }`)
    return key === 'person' ? value.oneOf('a person', cast.people) : value.oneOf('a group', cast.groups)
  }
}

function readRemove(value: Node, cast: Cast): Event {
  if (!value.isMapping) return { kind: 'remove', person: value.oneOf('a person', cast.people) }
  const fields = value.fields('remove', ['person', 'group'])
  if (fields.size !== 1) value.fail('remove takes either a person or a group')
  const group = fields.get('group')
  if (group) return { kind: 'dissolve', group: group.oneOf('a group', cast.groups) }
  return { kind: 'remove', person: (fields.get('person') as Node).oneOf('a person', cast.people) }
}

function readRename(value: Node, cast: Cast): Event {
  const fields = value.fields('rename', ['person', 'group', 'to'])
  const to = fields.get('to') ?? value.fail('rename has no "to"; write { person: …, to: { displayName: … } }')
  const group = fields.get('group')
  const person = fields.get('person')
  if ((group === undefined) === (person === undefined)) value.fail('rename takes either a person or a group')
  if (person) return { kind: 'rename', person: person.oneOf('a person', cast.people), to: readChanges(to) }
  const displayName = to.fields('the new name of a group', ['displayName']).get('displayName')
  return {
    kind: 'rename group',
    group: (group as Node).oneOf('a group', cast.groups),
    displayName: (displayName ?? to.fail('a group needs a displayName')).text('displayName'),
  }
}

/** `is: null` (or no `is`) says that there is none any more. */
function readManager(value: Node, cast: Cast): Event {
  const fields = value.fields('manager', ['person', 'is'])
  const person = fields.get('person') ?? value.fail('manager has no "person"; write { person: …, is: … }')
  const is = fields.get('is')
  const base = { kind: 'manager', person: person.oneOf('a person', cast.people) } as const
  return is && !is.isNull ? { ...base, manager: is.oneOf('a person', cast.people) } : base
}
