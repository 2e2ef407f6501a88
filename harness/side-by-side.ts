/** More than are on the way at once: the next is ready when an answer comes. */
const AT_ONCE = 32

/**
 * Does something so many times, `n` from 0, with some of them under way at a time: as soon as one is done, the next begins.
 * Gives the results in order. The first that throws ends it: no more are begun.
 */
export async function sideBySide<T>(
  count: number,
  work: (n: number) => Promise<T>,
  atOnce = AT_ONCE,
): Promise<T[]> {
  const results = new Array<T>(count)
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < count && !failed) {
      const n = next++
      try {
        results[n] = await work(n)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker))
  return results
}
