import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-asked-for-in-core-only',
  title: 'attributes finds nothing in an extension',
  breaks: ['RFC7644-3.9-05'],
  because: 'Incident family W5',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      if (!options.attributes?.length) return shown
      return Object.fromEntries(
        Object.entries(shown).filter(([, value]) => !isObject(value) || value.resourceType),
      )
    },
  }),
})
