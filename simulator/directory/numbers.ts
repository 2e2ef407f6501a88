import { numberFrom } from '../wire/hash.ts'

const FEWEST = 16

/** Texts of the story, each with a number, in the order in which they came. A third of the room that a map takes. */
export class Numbers {
  private readonly texts: string[] = []
  /** Where the text's hash points to or soon behind: its number and 1; 0 where nothing is. */
  private slots = new Int32Array(FEWEST)

  get size(): number {
    return this.texts.length
  }

  /** @returns below 0 where the text has none */
  find(text: string): number {
    return (this.slots[this.slotOf(text)] as number) - 1
  }

  /** Given on first sight. */
  of(text: string): number {
    const slot = this.slotOf(text)
    const known = this.slots[slot] as number
    if (known > 0) return known - 1
    this.slots[slot] = this.texts.push(text)
    if (this.texts.length * 4 > this.slots.length * 3) this.grow()
    return this.texts.length - 1
  }

  text(number: number): string {
    return this.texts[number] as string
  }

  private slotOf(text: string): number {
    const { slots, texts } = this
    let slot = numberFrom(text, slots.length)
    for (let known = slots[slot] as number; known > 0; known = slots[slot] as number) {
      if (texts[known - 1] === text) break
      slot = slot + 1 === slots.length ? 0 : slot + 1
    }
    return slot
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (const [number, text] of this.texts.entries()) this.slots[this.slotOf(text)] = number + 1
  }
}
