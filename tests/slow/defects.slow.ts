import { describeDefects, isHit } from '../bench/defect-trials.ts'
import { tryAll, tryUnderLoad, tryWhatProves } from '../bench/trial.ts'

/**
 * Every defect against every check: none may crash one, and each turns something red that it says it breaks; what only
 * another profile asks for is tried with that, and what only load shows under load.
 */
await describeDefects(
  async (defect) => {
    const verdicts = [...(await tryAll([defect])), ...(await tryWhatProves(defect))]
    return isHit(defect, verdicts) ? verdicts : [...verdicts, ...(await tryUnderLoad(defect))]
  },
  { part: 0, parts: 1, timeout: 600_000 },
)
