import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-mixes-up-parts-of-a-name',
  title: 'A filter on one part of name looks at all of them',
  breaks: ['RFC7644-3.4.2.2-37'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => {
      const parts = isObject(resource.name) ? Object.values(resource.name) : []
      const tries = parts.map((part) => ({ ...resource, name: { familyName: part, givenName: part } }))
      const asked = JSON.stringify(filter).includes('"familyName"')
      return asked
        ? tries.some((one) => plain.matches(filter, one, model))
        : plain.matches(filter, resource, model)
    },
  }),
})
