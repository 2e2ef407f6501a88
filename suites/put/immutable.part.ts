import type { Facts } from '#check'
import { URN } from '#scim'
import type { Attribute } from '#scim/schema'

/** One case for each immutable text of a user that may be any; `urn` is the schema that has it. */
export function immutableTexts(
  { schemas, resourceTypes }: Facts,
  isWanted: (attribute: Attribute) => boolean = () => true,
) {
  const extensions = resourceTypes.find(({ name }) => name === 'User')?.schemaExtensions ?? []
  const urns = [URN.user, ...extensions.map(({ schema }) => schema)]
  return schemas
    .filter(({ id }) => urns.includes(id))
    .flatMap(({ id: urn, attributes }) =>
      attributes
        .filter((one) => one.mutability === 'immutable' && one.type === 'string' && !one.multiValued)
        .filter((one) => one.returned === 'default' && !one.canonicalValues?.length)
        .filter(isWanted)
        .map(({ name }) => ({ name, urn })),
    )
}
