import { indexOf, keyOf } from './organisation.ts'
import type { Calendar } from './year.ts'

/** Everybody who gets an account, by key, with their index: both follow from each other, so that nothing is kept. */
export class Accounts implements ReadonlyMap<string, number> {
  private readonly calendar: Pick<Calendar, 'last' | 'isElected'>
  private counted: number | undefined

  constructor(calendar: Pick<Calendar, 'last' | 'isElected'>) {
    this.calendar = calendar
  }

  get size(): number {
    if (this.counted === undefined) {
      this.counted = 0
      for (const _ of this.values()) this.counted += 1
    }
    return this.counted
  }

  get(key: string): number | undefined {
    const index = indexOf(key)
    if (index === undefined || index > this.calendar.last || this.calendar.isElected(index)) return undefined
    return index
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  forEach(call: (index: number, key: string, map: ReadonlyMap<string, number>) => void): void {
    for (const [key, index] of this) call(index, key, this)
  }

  *entries(): MapIterator<[string, number]> {
    for (const index of this.values()) yield [keyOf(index), index]
  }

  *keys(): MapIterator<string> {
    for (const index of this.values()) yield keyOf(index)
  }

  *values(): MapIterator<number> {
    for (let index = 1; index <= this.calendar.last; index++) if (!this.calendar.isElected(index)) yield index
  }

  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries()
  }
}
