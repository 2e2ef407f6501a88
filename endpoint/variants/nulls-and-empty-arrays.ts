import type { Json } from '#scim'
import type { Attribute } from '#scim/schema'
import { variant } from '../deviation.ts'

export default variant({
  id: 'nulls-and-empty-arrays',
  title: 'Attributes without a value are null or an empty array',
  because: 'AMB-016',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      if (options.attributes?.length || options.excludedAttributes?.length) return shown
      return { ...Object.fromEntries(model.core.attributes.filter(isPlain).map(empty)), ...shown }
    },
  }),
})

function isPlain({ returned, required }: Attribute): boolean {
  return returned === 'default' && !required
}

function empty({ name, multiValued }: Attribute): [string, Json] {
  return [name, multiValued ? [] : null]
}
