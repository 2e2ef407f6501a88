import { afterAll, describe, expect, it } from 'vitest'
import { deviationsToTry, errorsIn, redFor, tryAll, tryWhatProves } from './trial.ts'

/**
 * It misses nothing: every defect of the reference endpoint turns something red, for a requirement that it says it
 * breaks. First only checks that prove one of those are run; where none of them sees it, all of them, since a rule may see
 * it in the traffic of others. `npm run test:slow` runs all against each.
 *
 * @param part one of `parts` equal parts of the defects: vitest runs files side by side, and not what is in one file
 */
export async function describeDefects(part: number, parts: number): Promise<void> {
  const defects = (await deviationsToTry('defect')).filter((_, index) => index % parts === part)
  let caught = 0

  describe(`defects, part ${part + 1} of ${parts}`, () => {
    for (const defect of defects) {
      // Side by side: one waits for a clock to move on while another works.
      it.concurrent(`${defect.id}: ${defect.title}`, { timeout: 120_000 }, async () => {
        const isHit = (red: Set<string>) => (defect.breaks ?? []).some((requirement) => red.has(requirement))
        let verdicts = await tryWhatProves(defect)
        if (!isHit(redFor(verdicts))) verdicts = await tryAll([defect])
        expect(errorsIn(verdicts)).toEqual([])
        const red = redFor(verdicts)
        const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked').map(({ id }) => id)
        expect(isHit(red), `red: ${[...red].join(', ') || 'nothing'}; blocked: ${blocked.join(', ')}`).toBe(
          true,
        )
        caught++
      })
    }
  })

  afterAll(() => {
    console.log(`defects caught: ${caught} of ${defects.length} (part ${part + 1} of ${parts})`)
  })
}
