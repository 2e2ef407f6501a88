/**
 * Does something with each of many, so many at a time: as soon as one is done, the next begins.
 *
 * @returns what came of each, in the order of `all`
 */
export async function sideBySide<One, Result>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async () => {
    for (let n = next++; n < all.length; n = next++) results[n] = await work(all[n] as One)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
