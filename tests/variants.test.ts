import { afterAll, describe, expect, it } from 'vitest'
import { combinationsOf } from './bench/combine.ts'
import { deviationsToTry, errorsIn, isNarrowed, mindedIn, tryAll } from './bench/trial.ts'

/**
 * It never cries wolf: no legal variant of the reference endpoint turns anything, not even into a warning. Here several
 * are tried at once; `npm run test:slow`, and `DEVIATION=a,b`, try each alone.
 */
const variants = await deviationsToTry('variant')
const tries = isNarrowed ? variants.map((one) => [one]) : combinationsOf(variants)
let wrong = 0

describe('legal variants', () => {
  for (const together of tries) {
    // Side by side: one waits for a clock to move on while another works.
    it.concurrent(together.map(({ id }) => id).join(', '), { timeout: 120_000 }, async () => {
      const verdicts = await tryAll(together)
      const minded = [...errorsIn(verdicts), ...mindedIn(verdicts)]
      if (minded.length > 0) wrong += together.length
      expect(minded).toEqual([])
    })
  }
})

afterAll(() => {
  console.log(`variants wrongly failed: ${wrong} of ${variants.length}`)
})
