import { afterAll, describe, expect, it } from 'vitest'
import { deviationsToTry, errorsIn, mindedIn, tryAll } from '../bench/trial.ts'

/** Each legal variant alone: in company one might hide what another does. */
const variants = await deviationsToTry('variant')
let wrong = 0

describe('legal variants, each alone', () => {
  for (const variant of variants) {
    it.concurrent(`${variant.id}: ${variant.title}`, async () => {
      const verdicts = await tryAll([variant])
      const minded = [...errorsIn(verdicts), ...mindedIn(verdicts)]
      if (minded.length > 0) wrong++
      expect(minded).toEqual([])
    })
  }
})

afterAll(() => {
  console.log(`variants wrongly failed: ${wrong} of ${variants.length}`)
})
