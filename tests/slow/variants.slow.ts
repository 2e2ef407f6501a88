import { deviationsToTry } from '../bench/trial.ts'
import { describeVariants } from '../bench/variant-trials.ts'

/** Each legal variant alone: in company one might hide what another does. */
const variants = await deviationsToTry('variant')
describeVariants(
  variants.map((one) => [one]),
  600_000,
)
