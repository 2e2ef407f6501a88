import { describeDefects } from '../bench/defect-trials.ts'
import { tryAll, tryWhatProves } from '../bench/trial.ts'

/**
 * Every defect against every check: none may crash one, and each turns something red that it says it breaks; what only
 * another profile asks for is tried with that.
 */
await describeDefects(async (defect) => [...(await tryAll([defect])), ...(await tryWhatProves(defect))], {
  part: 0,
  parts: 1,
  timeout: 600_000,
})
