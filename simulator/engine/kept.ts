import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Conveyed, Values } from '../wire/attribute.ts'

/** Everything that can be conveyed, each with a number. */
const ALL: readonly Conveyed[] = [...ATTRIBUTES, 'active', 'emails.any']
const NUMBERS = new Map(ALL.map((name, number) => [name, number]))
const HALF = 24

/** Some of the attributes that can be conveyed, as a bit for each: every link has such a set. */
export class Names implements Iterable<Conveyed> {
  private low = 0
  private high = 0

  add(name: Conveyed): void {
    const number = NUMBERS.get(name) as number
    if (number < HALF) this.low |= 1 << number
    else this.high |= 1 << (number - HALF)
  }

  has(name: Conveyed): boolean {
    const number = NUMBERS.get(name) as number
    return ((number < HALF ? this.low >> number : this.high >> (number - HALF)) & 1) === 1
  }

  clear(): void {
    this.low = 0
    this.high = 0
  }

  *[Symbol.iterator](): IterableIterator<Conveyed> {
    for (const name of ALL) if (this.has(name)) yield name
  }
}

/** Names that nobody changes. */
export type SomeNames = Pick<Names, 'has'> & Iterable<Conveyed>

export const NO_NAMES: SomeNames = new Names()

const known = new Map<string, SomeNames>()

/** Those and some more; one for all who have the same, which nobody changes. */
export function namesWith(names: SomeNames, more: readonly Conveyed[]): SomeNames {
  if (more.every((name) => names.has(name))) return names
  const all = new Names()
  for (const name of [...names, ...more]) all.add(name)
  const same = known.get([...all].join())
  if (same) return same
  known.set([...all].join(), all)
  return all
}

type Value = string | boolean
type Entry = [Conveyed, Value]

/** The names of several values, in order, and where each of them is; the same for nearly everybody. */
interface Layout {
  readonly names: readonly Conveyed[]
  readonly places: ReadonlyMap<Conveyed, number>
  /** By place: the value that stands there, or the number of its text. Many have one text twice, such as an address. */
  readonly texts: readonly (boolean | number)[]
}

const layouts = new Map<string, Layout>()

function layoutOf(names: readonly Conveyed[], texts: readonly (boolean | number)[]): Layout {
  const key = `${names.join()} ${texts.join()}`
  const known = layouts.get(key)
  if (known) return known
  const layout = { names, texts, places: new Map(names.map((name, place) => [name, place])) }
  layouts.set(key, layout)
  return layout
}

const BETWEEN = '\0'

/**
 * Values as they were, in the least room, there being a hundred thousand such: all texts in one, which is taken apart when
 * somebody asks. A map of its own for everybody would take ten times as much.
 */
class Kept implements ReadonlyMap<Conveyed, Value> {
  private readonly layout: Layout
  private readonly joined: string

  constructor(values: Values) {
    const texts = new Map<string, number>()
    const places = [...values.values()].map((value) => {
      if (typeof value === 'boolean') return value
      const known = texts.get(value) ?? texts.size
      texts.set(value, known)
      return known
    })
    this.layout = layoutOf([...values.keys()], places)
    this.joined = [...texts.keys()].join(BETWEEN)
  }

  get size(): number {
    return this.layout.names.length
  }

  get(name: Conveyed): Value | undefined {
    const place = this.layout.places.get(name)
    if (place === undefined) return undefined
    const value = this.layout.texts[place] as boolean | number
    return typeof value === 'boolean' ? value : this.joined.split(BETWEEN)[value]
  }

  has(name: Conveyed): boolean {
    return this.layout.places.has(name)
  }

  forEach(call: (value: Value, name: Conveyed, map: ReadonlyMap<Conveyed, Value>) => void): void {
    for (const [name, value] of this) call(value, name, this)
  }

  *entries(): MapIterator<Entry> {
    const texts = this.joined.split(BETWEEN)
    for (const [place, name] of this.layout.names.entries()) {
      const value = this.layout.texts[place] as boolean | number
      yield [name, typeof value === 'boolean' ? value : (texts[value] as string)]
    }
  }

  keys(): MapIterator<Conveyed> {
    return this.layout.places.keys() as MapIterator<Conveyed>
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<Entry> {
    return this.entries()
  }
}

export const NOTHING: Values = new Kept(new Map())

/** The same values, to be kept for long. */
export function kept(values: Values): Values {
  if (values.size === 0) return NOTHING
  if (values instanceof Kept) return values
  // Of another hand's story: then they cannot be told apart in one text.
  for (const value of values.values())
    if (typeof value === 'string' && value.includes(BETWEEN)) return new Map(values)
  return new Kept(values)
}
