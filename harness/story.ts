import { isObject, type Json } from '#scim'

/** What the record keeps of one request of a play. */
export interface StoryStep {
  readonly exchange: string
  readonly note: Json
  /** Which request of the play it is, from 0; left out where it is its place among the steps. */
  readonly index?: number
}

/** What a play tells while it goes on. It goes into the record at once: nothing of it waits for the end. */
export type StoryEvent =
  | { readonly event: 'step'; readonly play: string; readonly exchange: string; readonly note: Json }
  | { readonly event: 'told'; readonly play: string; readonly entry: Json }

/**
 * A timeline of bounded length: the first lines, and beyond them as many again of those that say how a synchronisation
 * went or what was wrong. How many lines are missing is said where they are missing.
 */
export class Timeline {
  readonly entries: Json[] = []
  private readonly most: number
  private told = 0
  private weighty = 0
  private omitted = 0

  constructor(most: number) {
    this.most = most
  }

  add(entry: Json): void {
    const missing = omittedIn(entry)
    if (missing > 0) this.omitted += missing
    else if (this.hasRoomFor(entry)) {
      this.close()
      this.entries.push(entry)
    } else this.omitted += 1
  }

  /** All that is kept, to the last gap. */
  end(): readonly Json[] {
    this.close()
    return this.entries
  }

  private hasRoomFor(entry: Json): boolean {
    return this.told++ < this.most || (isWeighty(entry) && this.weighty++ < this.most)
  }

  private close(): void {
    if (this.omitted > 0) this.entries.push({ omitted: this.omitted })
    this.omitted = 0
  }
}

/** A timeline, cut to a length that a report can show. */
export function shortened(timeline: readonly Json[], most: number): readonly Json[] {
  const kept = new Timeline(most)
  for (const entry of timeline) kept.add(entry)
  return kept.end()
}

function isWeighty(entry: Json): boolean {
  return isObject(entry) && entry.event === undefined
}

function omittedIn(entry: Json): number {
  return isObject(entry) && typeof entry.omitted === 'number' ? entry.omitted : 0
}

const ENDS = 500

/**
 * Exchange ids in the order of a play's requests, of which there may be a million: `x12` is kept as its number.
 */
export class ExchangeIds {
  length = 0
  private numbers = new Uint32Array(256)
  private prefix: string | undefined
  /** Those that are no number behind the same letters as the first. */
  private readonly others = new Map<number, string>()

  add(id: string): void {
    const [, letters = '', digits = ''] = /^(\D*)([1-9]\d{0,8})$/.exec(id) ?? []
    this.prefix ??= letters
    if (digits === '' || letters !== this.prefix) this.others.set(this.length, id)
    if (this.length === this.numbers.length) this.grow()
    this.numbers[this.length++] = Number(digits)
  }

  at(index: number): string | undefined {
    if (index < 0 || index >= this.length) return undefined
    return this.others.get(index) ?? `${this.prefix}${this.numbers[index]}`
  }

  /** All of them, or of very many the first and the last. */
  cited(): string[] {
    const all = this.length <= ENDS * 2
    const places = Array.from({ length: all ? this.length : ENDS * 2 }, (_, n) =>
      all || n < ENDS ? n : this.length - ENDS * 2 + n,
    )
    return places.map((place) => this.at(place) as string)
  }

  private grow(): void {
    const larger = new Uint32Array(this.numbers.length * 2)
    larger.set(this.numbers)
    this.numbers = larger
  }
}
