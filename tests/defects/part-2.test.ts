import { describeDefects, tryUntilHit } from '../bench/defect-trials.ts'

await describeDefects(tryUntilHit, { part: 1, parts: 2, timeout: 120_000 })
