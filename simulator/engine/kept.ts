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

type Value = string | boolean
type Entry = [Conveyed, Value]

/** The names of several values, in order, and where each of them is; the same for nearly everybody. */
interface Layout {
  readonly names: readonly Conveyed[]
  readonly places: ReadonlyMap<Conveyed, number>
}

const layouts = new Map<string, Layout>()

function layoutOf(names: readonly Conveyed[]): Layout {
  const key = names.join()
  const known = layouts.get(key)
  if (known) return known
  const layout = { names, places: new Map(names.map((name, place) => [name, place])) }
  layouts.set(key, layout)
  return layout
}

/** Values as they were, in the least room: a map of its own for everybody would take five times as much. */
class Kept implements ReadonlyMap<Conveyed, Value> {
  private readonly layout: Layout
  private readonly list: readonly Value[]

  constructor(values: Values) {
    this.layout = layoutOf([...values.keys()])
    this.list = [...values.values()]
  }

  get size(): number {
    return this.list.length
  }

  get(name: Conveyed): Value | undefined {
    const place = this.layout.places.get(name)
    return place === undefined ? undefined : this.list[place]
  }

  has(name: Conveyed): boolean {
    return this.layout.places.has(name)
  }

  forEach(call: (value: Value, name: Conveyed, map: ReadonlyMap<Conveyed, Value>) => void): void {
    for (const [name, value] of this) call(value, name, this)
  }

  *entries(): MapIterator<Entry> {
    for (const [place, name] of this.layout.names.entries()) yield [name, this.list[place] as Value]
  }

  keys(): MapIterator<Conveyed> {
    return this.layout.places.keys() as MapIterator<Conveyed>
  }

  *values(): MapIterator<Value> {
    yield* this.list
  }

  [Symbol.iterator](): MapIterator<Entry> {
    return this.entries()
  }
}

export const NOTHING: Values = new Kept(new Map())

/** The same values, to be kept for long. */
export function kept(values: Values): Values {
  if (values.size === 0) return NOTHING
  return values instanceof Kept ? values : new Kept(values)
}
