import { describe, expect, it } from 'vitest'
import { deviationsToTry, errorsIn, mindedIn, tryAll } from './bench/trial.ts'

/** It never cries wolf: no legal variant of the reference endpoint turns anything, not even into a warning. */
describe('legal variants', async () => {
  for (const variant of await deviationsToTry('variant')) {
    // Side by side: one waits for a clock to move on while another works.
    it.concurrent(`${variant.id}: ${variant.title}`, async () => {
      const verdicts = await tryAll([variant])
      expect(errorsIn(verdicts)).toEqual([])
      expect(mindedIn(verdicts)).toEqual([])
    })
  }
})
