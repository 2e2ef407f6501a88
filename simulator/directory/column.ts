const BITS = 10
const LENGTH = 1 << BITS

/** Whole numbers by index, four bytes each: there may be a million. What was never set stands for `otherwise`. */
export class Column {
  private readonly parts: (Int32Array | undefined)[] = []
  private readonly otherwise: number

  constructor(otherwise = 0) {
    this.otherwise = otherwise
  }

  get(index: number): number {
    const part = this.parts[index >> BITS]
    return part === undefined ? this.otherwise : (part[index & (LENGTH - 1)] as number)
  }

  set(index: number, value: number): void {
    const place = index >> BITS
    let part = this.parts[place]
    if (part === undefined) {
      // No holes: an array with holes is slower.
      while (this.parts.length < place) this.parts.push(undefined)
      part = new Int32Array(LENGTH).fill(this.otherwise)
      this.parts[place] = part
    }
    part[index & (LENGTH - 1)] = value
  }

  clear(): void {
    this.parts.length = 0
  }
}
