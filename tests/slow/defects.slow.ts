import { describeDefects } from '../bench/defect-trials.ts'
import { tryAll } from '../bench/trial.ts'

/** Every defect against every check: none may crash one, and each turns something red that it says it breaks. */
await describeDefects((defect) => tryAll([defect]), { part: 0, parts: 1, timeout: 600_000 })
