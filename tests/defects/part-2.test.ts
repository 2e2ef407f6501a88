import { describeDefects } from '../bench/defect-trials.ts'

await describeDefects(1, 2)
