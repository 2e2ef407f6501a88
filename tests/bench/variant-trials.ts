import { afterAll, describe, expect, it } from 'vitest'
import type { Deviation } from '#endpoint'
import { errorsIn, mindedIn, tryAll } from './trial.ts'

/**
 * It never cries wolf: no legal variant of the reference endpoint turns anything, not even into a warning.
 *
 * @param tries those that are tried together, each in one of them
 */
export function describeVariants(tries: readonly (readonly Deviation[])[], timeout: number): void {
  let wrong = 0

  describe('legal variants', () => {
    for (const together of tries) {
      // Side by side: one waits for a clock to move on while another works.
      it.concurrent(together.map(({ id }) => id).join(', '), { timeout }, async () => {
        const verdicts = await tryAll(together)
        const minded = [...errorsIn(verdicts), ...mindedIn(verdicts)]
        if (minded.length > 0) wrong += together.length
        expect(minded).toEqual([])
      })
    }
  })

  afterAll(() => {
    console.log(`variants wrongly failed: ${wrong} of ${tries.flat().length}`)
  })
}
