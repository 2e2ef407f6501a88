import { combinationsOf } from './bench/combine.ts'
import { deviationsToTry, isNarrowed } from './bench/trial.ts'
import { describeVariants } from './bench/variant-trials.ts'

/** Several at once; `npm run test:slow`, and `DEVIATION=a,b`, try each alone. */
const variants = await deviationsToTry('variant')
describeVariants(isNarrowed ? variants.map((one) => [one]) : combinationsOf(variants), 120_000)
