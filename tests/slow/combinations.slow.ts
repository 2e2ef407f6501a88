import { describe, expect, it } from 'vitest'
import { combinationsOf } from '../bench/combine.ts'
import { deviationsToTry, errorsIn, mindedIn, tryText } from '../bench/trial.ts'

/** Combinations by chance: `SEED=7` repeats those of a run that found something. */
const seed = Number(process.env.SEED ?? Date.now() % 100_000)
const ROUNDS = 3

const variants = await deviationsToTry('variant')

describe(`combinations of legal variants by chance, SEED=${seed}`, () => {
  for (let round = 0; round < ROUNDS; round++) {
    for (const together of combinationsOf(shuffled(variants, seed + round))) {
      it.concurrent(`${seed + round}: ${together.map(({ id }) => id).join(', ')}`, async () => {
        const verdicts = await tryText(together)
        expect([...errorsIn(verdicts), ...mindedIn(verdicts)]).toEqual([])
      })
    }
  }
})

function shuffled<Item>(items: readonly Item[], by: number): Item[] {
  const left = [...items]
  let state = by
  return items.map(() => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return left.splice(state % left.length, 1)[0] as Item
  })
}
