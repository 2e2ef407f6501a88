import { afterAll, describe, expect, it } from 'vitest'
import { deviationsToTry, errorsIn, redFor, tryAll } from '../bench/trial.ts'

/** Every defect against every check: none may crash one, and each turns something red that it says it breaks. */
const defects = await deviationsToTry('defect')
let caught = 0

describe('defects against all checks', () => {
  for (const defect of defects) {
    it.concurrent(`${defect.id}: ${defect.title}`, async () => {
      const verdicts = await tryAll([defect])
      expect(errorsIn(verdicts)).toEqual([])
      const red = redFor(verdicts)
      const hit = (defect.breaks ?? []).filter((requirement) => red.has(requirement))
      expect(hit, `red: ${[...red].join(', ') || 'nothing'}`).not.toEqual([])
      caught++
    })
  }
})

afterAll(() => {
  console.log(`defects caught: ${caught} of ${defects.length}`)
})
