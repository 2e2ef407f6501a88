import type { Numbers } from './numbers.ts'

const GONE = -1
const NOTHING = new Int32Array(0)
const FEWEST = 8
/** Of so many slots, three of four are used at most. */
const roomOf = (slots: number) => (slots * 3) / 4

/**
 * Keys in the order in which they came, as a `Set` has them, in half the room: there may be a dozen for each of a hundred
 * thousand people. Not to be changed while it is gone through.
 */
export class KeySet implements ReadonlySet<string> {
  private readonly numbers: Numbers
  /** Places in `order` and 1, where the number points to or soon behind; 0 where nothing is. */
  private slots = NOTHING
  private order = NOTHING
  /** Places in `order` that were taken so far. */
  private taken = 0
  private count = 0

  constructor(numbers: Numbers) {
    this.numbers = numbers
  }

  get size(): number {
    return this.count
  }

  has(key: string): boolean {
    const number = this.numbers.find(key)
    return number >= 0 && this.placeOf(number) >= 0
  }

  add(key: string): this {
    const number = this.numbers.of(key)
    if (this.placeOf(number) >= 0) return this
    if (this.taken === this.order.length) this.makeRoom()
    this.append(number)
    this.count += 1
    return this
  }

  delete(key: string): boolean {
    const number = this.numbers.find(key)
    const place = number < 0 ? GONE : this.placeOf(number)
    if (place < 0) return false
    this.order[place] = GONE
    this.count -= 1
    return true
  }

  clear(): void {
    this.slots = NOTHING
    this.order = NOTHING
    this.taken = 0
    this.count = 0
  }

  *values(): SetIterator<string> {
    for (let place = 0; place < this.taken; place++) {
      const number = this.order[place] as number
      if (number !== GONE) yield this.numbers.text(number)
    }
  }

  keys(): SetIterator<string> {
    return this.values()
  }

  *entries(): SetIterator<[string, string]> {
    for (const key of this.values()) yield [key, key]
  }

  forEach(call: (key: string, same: string, set: ReadonlySet<string>) => void): void {
    for (const key of this.values()) call(key, key, this)
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values()
  }

  /** @returns below 0 where the number is not in it */
  private placeOf(number: number): number {
    const { slots, order } = this
    const last = slots.length - 1
    if (last < 0) return GONE
    for (let slot = spread(number) & last; ; slot = (slot + 1) & last) {
      const place = (slots[slot] as number) - 1
      if (place < 0 || order[place] === number) return place
    }
  }

  private append(number: number): void {
    const last = this.slots.length - 1
    let slot = spread(number) & last
    while (this.slots[slot] !== 0) slot = (slot + 1) & last
    this.order[this.taken++] = number
    this.slots[slot] = this.taken
  }

  /** Twice as much, or as much again where most of it is of those who are gone. */
  private makeRoom(): void {
    const { order } = this
    const isFull = this.count * 2 >= order.length
    const length = Math.max(FEWEST, this.slots.length * (isFull ? 2 : 1))
    this.slots = new Int32Array(length)
    this.order = new Int32Array(roomOf(length))
    this.taken = 0
    for (const number of order) if (number !== GONE) this.append(number)
  }
}

/** Numbers of people who were hired one after the other are far apart then. */
function spread(number: number): number {
  const mixed = Math.imul(number, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
