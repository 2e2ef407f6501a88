/**
 * A phrase that records and checks hold in English, and how another language says it. `{name}` stands for any text,
 * which stays as it is; `{.name}` for one without blanks; `{=name}` for a text that is itself looked up.
 */
export type Phrase = readonly [english: string, other: string]

/** As much of a table of messages as phrases need. */
export interface Phrasebook {
  readonly phrases: readonly Phrase[]
}

interface Known {
  readonly exact: ReadonlyMap<string, string>
  readonly patterns: readonly Pattern[]
}

interface Pattern {
  readonly english: RegExp
  readonly names: readonly string[]
  readonly other: string
}

const PLACE = /\{([=.]?\w+)\}/g
/** A longer text is a target's own, not one of ours. */
const LONGEST = 2000
/** Phrases inside phrases inside phrases. */
const DEPTH = 4

const books = new WeakMap<readonly Phrase[], Known>()

/** What data says in English, in the language of the messages; as it is where nobody has translated it. */
export function phraseText(text: string, book: Phrasebook, depth = DEPTH): string {
  if (book.phrases.length === 0 || text.length > LONGEST || depth === 0) return text
  const { exact, patterns } = known(book.phrases)
  const same = exact.get(text)
  if (same !== undefined) return same
  for (const { english, names, other } of patterns) {
    const found = english.exec(text)
    if (found) return filled(other, valuesOf(names, found.slice(1), book, depth - 1))
  }
  return text
}

/** Whether data says something that the language of the messages has no words for: it is shown in English then. */
export function isForeign(text: string, book: Phrasebook): boolean {
  return book.phrases.length > 0 && text !== '' && phraseText(text, book) === text
}

function valuesOf(
  names: readonly string[],
  found: readonly string[],
  book: Phrasebook,
  depth: number,
): Map<string, string> {
  return new Map(
    names.map((name, index) => {
      const text = found[index] ?? ''
      return [name, name.startsWith('=') ? phraseText(text, book, depth) : text]
    }),
  )
}

function filled(other: string, values: ReadonlyMap<string, string>): string {
  return other.replace(PLACE, (place, name: string) => values.get(name) ?? place)
}

function known(phrases: readonly Phrase[]): Known {
  const before = books.get(phrases)
  if (before) return before
  const withPlaces = phrases.filter(([english]) => english.search(PLACE) >= 0)
  const made = {
    exact: new Map(phrases.filter((one) => !withPlaces.includes(one))),
    patterns: withPlaces.map(toPattern),
  }
  books.set(phrases, made)
  return made
}

function toPattern([english, other]: Phrase): Pattern {
  const names = [...english.matchAll(PLACE)].map(([, name]) => name as string)
  const pattern = english
    .split(PLACE)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : part.startsWith('.') ? '(\\S+?)' : '(.+?)'))
    .join('')
  return { english: new RegExp(`^${pattern}$`, 's'), names, other }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
