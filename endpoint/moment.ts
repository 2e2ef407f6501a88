/** Counts what is the same and comes within a moment: the first of them is 1. */
export interface Burst {
  count(key: string): number
}

/** @param ms after which the next is the first again */
export function burst(ms: number, now: () => number = Date.now): Burst {
  const known = new Map<string, { from: number; count: number }>()
  return {
    count: (key) => {
      const at = now()
      const before = known.get(key)
      const is = before && at - before.from < ms ? before : { from: at, count: 0 }
      is.count += 1
      known.set(key, is)
      return is.count
    },
  }
}
