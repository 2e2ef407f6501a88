import type { Case, Facts } from '#check'
import { URN } from '#scim'

/** Is this attribute of a User shown unless the request says otherwise? Only then can a parameter take it away. */
export const isOptional = ({ schemas }: Facts, name: string): boolean =>
  schemas.find(({ id }) => id === URN.user)?.attributes.find((one) => one.name === name)?.returned ===
  'default'

/** A target may publish more than the id as always returned; where it does for one of these, nothing can be shown. */
export const whereOptional = <C extends Case>(
  facts: Facts,
  names: readonly string[],
  cases: readonly C[],
): readonly C[] => (names.every((name) => isOptional(facts, name)) ? cases : [])
