import { type Event, PERSON_EVENTS } from '../directory/event.ts'
import { GATES, type Gate, MOST_ON_DEMAND } from '../policy.ts'
import type { Moment } from './moment.ts'
import type { Node } from './node.ts'
import { readChanges } from './person.ts'
import { readMapping } from './policy.ts'

export const KINDS = [
  ...PERSON_EVENTS,
  'rename',
  'join',
  'quit',
  'move',
  'nest',
  'unnest',
  'form',
  'manager',
  'wait',
  'outage',
  'recovery',
  'throttle',
  'lost answer',
  'sent twice',
  'vanish',
  'drift',
  'other source',
  'restart',
  'approve',
  'done',
  'on demand',
  'push',
  'mapping',
  'import',
  'password',
  'sync',
] as const

/** Those that stand alone: `- sync`. */
export const ALONE = ['sync', 'recovery', 'restart', 'approve', 'import'] as const

/** The preview is approved with "- approve", for it has to be there first. */
export const SET_UP = GATES.filter((gate) => gate !== 'preview approved')

export interface Cast {
  readonly people: readonly string[]
  readonly groups: readonly string[]
}

/** One line of a timeline: `sync`, `hire: kari`, `move: { person: kari, from: a, to: b }`. */
export function readMoment(node: Node, cast: Cast): Moment {
  if (!node.isMapping) return readAlone(node)
  const [line, second] = node.entries('an event')
  if (!line) return node.fail(`an empty event; possible: ${KINDS.join(', ')}`)
  if (second) second.at.fail(`a second event "${second.key}" in one line; begin a new line with "- "`)
  const kind = line.at.oneOf('an event', KINDS) as (typeof KINDS)[number]
  return readEvent(kind, line.value, line.at, cast)
}

function readAlone(node: Node): Moment {
  const word = node.oneOf('an event', KINDS)
  const alone = ALONE.find((each) => each === word)
  return alone ? { kind: alone } : node.fail(`"${word}" needs to know whom: "- ${word}: …"`)
}

function readEvent(kind: (typeof KINDS)[number], value: Node, at: Node, cast: Cast): Moment {
  switch (kind) {
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
    case 'nest': {
      const pick = picker(value, kind, ['group', 'in'], cast)
      return { kind, group: pick('group'), in: pick('in') }
    }
    case 'unnest': {
      const pick = picker(value, kind, ['group', 'from'], cast)
      return { kind, group: pick('group'), from: pick('from') }
    }
    case 'manager':
      return readManager(value, cast)
    case 'form':
    case 'push':
      return { kind, group: value.oneOf('a group', cast.groups) }
    case 'on demand':
      return value.isMapping
        ? readGroupOnDemand(value, cast)
        : { kind, person: value.oneOf('a person', cast.people) }
    case 'password':
      return { kind, person: value.oneOf('a person', cast.people) }
    case 'done':
      return { kind, gate: value.oneOf('a step of the set-up', SET_UP) as Gate }
    case 'lost answer':
    case 'sent twice':
    case 'vanish':
      return { kind, object: objectNamed(value, cast) }
    case 'drift': {
      const fields = value.fields('drift', ['group', 'without'])
      const part = (name: string) => fields.get(name) ?? value.fail(`drift has no "${name}"`)
      return {
        kind,
        group: part('group').oneOf('a group', cast.groups),
        without: part('without').oneOf('a person', cast.people),
      }
    }
    case 'mapping':
      return { kind, policy: readMapping(value, cast.groups) }
    case 'other source':
      return readOtherSource(value, cast)
    case 'wait':
      return { kind, hours: hoursIn(value) }
    case 'outage': {
      const fields = value.fields('outage', ['after', 'status'])
      const after = fields.get('after')?.number('after') ?? 0
      return { kind, after, status: fields.get('status')?.number('status') ?? 503 }
    }
    case 'throttle': {
      const fields = value.fields('throttle', ['after', 'requests', 'retryAfter'])
      const retryAfter = fields.get('retryAfter')?.number('retryAfter')
      const requests = fields.get('requests')?.number('requests') ?? 1
      const after = fields.get('after')?.number('after') ?? 0
      return { kind, after, requests, ...(retryAfter === undefined ? {} : { retryAfter }) }
    }
    case 'sync':
    case 'recovery':
    case 'restart':
    case 'approve':
    case 'import':
      return at.fail(`"${kind}" stands alone: "- ${kind}"`)
    default:
      return { kind, person: value.oneOf('a person', cast.people) }
  }
}

/** `{ group: teachers, with: [kari, ola] }`. */
function readGroupOnDemand(value: Node, cast: Cast): Moment {
  const fields = value.fields('on demand', ['group', 'with'])
  const group = fields.get('group') ?? value.fail('on demand has no "group"')
  const chosen = fields.get('with')?.list('with') ?? []
  const [oneTooMany] = chosen.slice(MOST_ON_DEMAND)
  oneTooMany?.fail(`a group is provisioned on demand with ${MOST_ON_DEMAND} of its members at the most`)
  return {
    kind: 'on demand',
    group: group.oneOf('a group', cast.groups),
    members: chosen.map((each) => each.oneOf('a person', cast.people)),
  }
}

/** `{ group: teachers, adds: per }`, `{ group: teachers, removes: per }`. */
function readOtherSource(value: Node, cast: Cast): Moment {
  const fields = value.fields('another source', ['group', 'adds', 'removes'])
  const group = fields.get('group') ?? value.fail('another source has no "group"')
  const [adds, removes] = [fields.get('adds'), fields.get('removes')]
  const who = adds ?? removes
  if (!who || (adds && removes)) return value.fail('another source either adds or removes a person')
  return {
    kind: 'other source',
    group: group.oneOf('a group', cast.groups),
    person: who.oneOf('a person', cast.people),
    does: adds ? 'add' : 'remove',
  }
}

/** `person kari` or `group teachers`, from the key alone. */
function objectNamed(value: Node, cast: Cast): string {
  const key = value.oneOf('a person or a group', [...cast.people, ...cast.groups])
  return `${cast.people.includes(key) ? 'person' : 'group'} ${key}`
}

/** `30 days`, `12 hours`. */
function hoursIn(value: Node): number {
  const text = value.text('a time')
  const found = /^(\d+) (hours?|days?)$/.exec(text)
  if (!found) return value.fail(`expected a time as "12 hours" or "30 days", found "${text}"`)
  return Number(found[1]) * (found[2]?.startsWith('day') ? 24 : 1)
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
