import { settings } from './messages/settings.ts'

/** Wrong usage or configuration: a message for the person at the keyboard, exit code 2, never a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The known name that is nearest to what was typed, if any is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, away: distance(typed.toLowerCase(), name.toLowerCase()) }))
  const best = ranked.sort((a, b) => a.away - b.away)[0]
  return best && best.away <= Math.max(2, Math.floor(typed.length / 3)) ? best.name : undefined
}

/** " Did you mean x?" or nothing. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const name = nearest(typed, known)
  return name === undefined ? '' : settings().didYouMean(name)
}

/** Levenshtein distance, for names of a few dozen characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
