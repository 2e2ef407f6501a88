import { describeDefects } from '../bench/defect-trials.ts'

await describeDefects(0, 2)
