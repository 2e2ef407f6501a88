import { Column } from '../directory/column.ts'
import { concerned, type Event, PERSON_EVENTS } from '../directory/event.ts'
import type { Numbers } from '../directory/numbers.ts'

/** Kinds of events that say nothing but whom they are about, and by what name they call them. */
const PLAIN: readonly (readonly [kind: Event['kind'], ...names: string[]])[] = [
  ...PERSON_EVENTS.map((kind) => [kind, 'person'] as const),
  ['join', 'person', 'group'],
  ['quit', 'person', 'group'],
  ['move', 'person', 'from', 'to'],
  ['nest', 'group', 'in'],
  ['unnest', 'group', 'from'],
  ['dissolve', 'group'],
  ['form', 'group'],
  ['manager', 'person', 'manager'],
  ['manager', 'person'],
]
const KIND_NUMBERS = new Map(PLAIN.map(([kind, ...names], number) => [`${kind} ${names.length}`, number]))
/** The number of all other kinds: their events are kept as they are. */
const OTHER = PLAIN.length
const NONE = -1

// Two numbers for everybody whom an event is about, one after the other: key, kind and place in the event in one, and
// where the event before is that was about the same. 2 bits for the place, 5 for the kind.
const PLACES = 4
const KINDS = 32

/**
 * What happened since the last synchronisation, by the keys of those concerned. On the first day that is seven events for
 * each of a hundred thousand people, so they are kept as numbers, and made again when somebody asks.
 */
export class Pending {
  private readonly keys: Numbers
  private readonly cells = new Column()
  private length = 0
  /** Where the last event about a key is, by its number. */
  private readonly last = new Column(NONE)
  /** Events of other kinds, by where they are. */
  private readonly others = new Map<number, Event>()

  constructor(keys: Numbers) {
    this.keys = keys
  }

  add(event: Event): void {
    const about = concerned(event)
    const kind = KIND_NUMBERS.get(`${event.kind} ${about.length}`) ?? OTHER
    if (kind === OTHER) this.others.set(this.length, event)
    const keys = kind === OTHER ? about : namedIn(event, PLAIN[kind] as readonly string[])
    for (const [place, key] of keys.entries()) this.note(key, kind, place)
  }

  /** Where the events about somebody are, in the order in which they happened: an event has one place, whoever asks. */
  about(key: string): number[] {
    const number = this.keys.find(key)
    const found: number[] = []
    if (number < 0) return found
    for (let at = this.last.get(number); at !== NONE; at = this.cells.get(at + 1)) {
      const start = at - 2 * (this.cells.get(at) % PLACES)
      // Twice about the same: the one and the other place lead to one event.
      if (found.at(-1) !== start) found.push(start)
    }
    return found.reverse()
  }

  event(start: number): Event {
    const other = this.others.get(start)
    if (other) return other
    const [kind, ...names] = PLAIN[this.kindAt(start)] as (typeof PLAIN)[number]
    const event: Record<string, string> = { kind }
    for (const [place, name] of names.entries()) event[name] = this.keyAt(start + 2 * place)
    return event as unknown as Event
  }

  clear(): void {
    this.cells.clear()
    this.last.clear()
    this.others.clear()
    this.length = 0
  }

  private note(key: string, kind: number, place: number): void {
    const number = this.keys.of(key)
    this.cells.set(this.length, (number * KINDS + kind) * PLACES + place)
    this.cells.set(this.length + 1, this.last.get(number))
    this.last.set(number, this.length)
    this.length += 2
  }

  private kindAt(at: number): number {
    return Math.floor(this.cells.get(at) / PLACES) % KINDS
  }

  private keyAt(at: number): string {
    return this.keys.text(Math.floor(this.cells.get(at) / PLACES / KINDS))
  }
}

function namedIn(event: Event, [, ...names]: readonly string[]): string[] {
  const values: Readonly<Record<string, unknown>> = { ...event }
  return names.map((name) => String(values[name]))
}
