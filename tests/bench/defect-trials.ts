import { afterAll, describe, expect, it } from 'vitest'
import type { Deviation } from '#endpoint'
import type { Verdict } from '#harness'
import {
  deviationsToTry,
  errorsIn,
  redFor,
  tryAll,
  tryUnderLoad,
  tryWhatActs,
  tryWhatProves,
} from './trial.ts'

/**
 * It misses nothing: every defect of the reference endpoint turns something red, for a requirement that it says it
 * breaks.
 *
 * @param trial what is run against one of them
 * @param part one of `parts` equal parts of the defects: vitest runs files side by side, and not what is in one file
 */
export async function describeDefects(
  trial: (defect: Deviation) => Promise<readonly Verdict[]>,
  { part, parts, timeout }: { part: number; parts: number; timeout: number },
): Promise<void> {
  const defects = (await deviationsToTry('defect')).filter((_, index) => index % parts === part)
  const which = parts > 1 ? ` (part ${part + 1} of ${parts})` : ''
  let caught = 0

  describe(`defects${which}`, () => {
    for (const defect of defects) {
      // Side by side: one waits for a clock to move on while another works.
      it.concurrent(`${defect.id}: ${defect.title}`, { timeout }, async () => {
        const verdicts = await trial(defect)
        expect(errorsIn(verdicts)).toEqual([])
        const red = [...redFor(verdicts)].join(', ') || 'nothing'
        const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked').map(({ id }) => id)
        expect(isHit(defect, verdicts), `red: ${red}; blocked: ${blocked.join(', ')}`).toBe(true)
        caught++
      })
    }
  })

  afterAll(() => {
    console.log(`defects caught: ${caught} of ${defects.length}${which}`)
  })
}

/**
 * First only checks that prove what the defect breaks are run, without load and then with it; where none of them sees it,
 * rules as well, and then all of it, since a rule may see it in the traffic of others. `npm run test:slow` runs all against each.
 */
export async function tryUntilHit(defect: Deviation): Promise<readonly Verdict[]> {
  for (const trial of [tryWhatActs, tryUnderLoad, tryWhatProves]) {
    const verdicts = await trial(defect)
    if (isHit(defect, verdicts)) return verdicts
  }
  return tryAll([defect])
}

export function isHit({ breaks = [] }: Deviation, verdicts: readonly Verdict[]): boolean {
  const red = redFor(verdicts)
  return breaks.some((requirement) => red.has(requirement))
}
