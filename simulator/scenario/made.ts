import type { Moment } from './moment.ts'

/** A map whose values are made each time they are asked for: of a hundred thousand people only those in hand are kept. */
export class MadeMap<Source, Value> implements ReadonlyMap<string, Value> {
  private readonly source: ReadonlyMap<string, Source>
  private readonly make: (source: Source, key: string) => Value

  constructor(source: ReadonlyMap<string, Source>, make: (source: Source, key: string) => Value) {
    this.source = source
    this.make = make
  }

  get size(): number {
    return this.source.size
  }

  get(key: string): Value | undefined {
    const source = this.source.get(key)
    return source === undefined ? undefined : this.make(source, key)
  }

  has(key: string): boolean {
    return this.source.has(key)
  }

  forEach(call: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) call(value, key, this)
  }

  *entries(): MapIterator<[string, Value]> {
    for (const [key, source] of this.source) yield [key, this.make(source, key)]
  }

  keys(): MapIterator<string> {
    return this.source.keys()
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries()
  }
}

/** What happens, in order. It can be gone through as often as one likes. */
export interface Moments extends Iterable<Moment> {
  readonly length: number
}

/** Moments that are made while they are gone through. */
export class MadeMoments implements Moments {
  private readonly make: () => Iterable<Moment>
  private counted: number | undefined

  constructor(make: () => Iterable<Moment>) {
    this.make = make
  }

  get length(): number {
    if (this.counted === undefined) {
      this.counted = 0
      for (const _ of this) this.counted += 1
    }
    return this.counted
  }

  [Symbol.iterator](): Iterator<Moment> {
    return this.make()[Symbol.iterator]()
  }
}

export function* eachOf(moments: Moments, make: (moment: Moment) => Moment): Generator<Moment> {
  for (const moment of moments) yield make(moment)
}
