import type { Case, Facts } from '#check'

/** Users and groups, where the target has them and takes PUT. */
export const replaceable = ({ features, resourceTypes }: Facts) =>
  resourceTypes.flatMap(({ name }) =>
    features.put.offered && (name === 'User' || name === 'Group') ? [{ name }] : [],
  )

/** The cases whose name is an attribute of some published schema. */
export function published<C extends Case>({ schemas }: Facts, cases: readonly C[]): C[] {
  const names = new Set(schemas.flatMap(({ attributes }) => attributes.map(({ name }) => name)))
  return cases.filter(({ name }) => names.has(name))
}
