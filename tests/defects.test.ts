import { afterAll, describe, expect, it } from 'vitest'
import { deviationsToTry, errorsIn, redFor, tryWhatProves } from './bench/trial.ts'

/**
 * It misses nothing: every defect of the reference endpoint turns something red, for a requirement that it says it
 * breaks. Only checks that prove one of those are run; `npm run test:slow` runs all of them against each.
 */
const defects = await deviationsToTry('defect')
let caught = 0

describe('defects', () => {
  for (const defect of defects) {
    // Side by side: one waits for a clock to move on while another works.
    it.concurrent(`${defect.id}: ${defect.title}`, async () => {
      const verdicts = await tryWhatProves(defect)
      expect(errorsIn(verdicts)).toEqual([])
      const red = redFor(verdicts)
      const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked').map(({ id }) => id)
      const hit = (defect.breaks ?? []).filter((requirement) => red.has(requirement))
      expect(
        hit,
        `red: ${[...red].join(', ') || 'nothing'}; blocked: ${blocked.join(', ') || 'nothing'}`,
      ).not.toEqual([])
      caught++
    })
  }
})

afterAll(() => {
  console.log(`defects caught: ${caught} of ${defects.length}`)
})
