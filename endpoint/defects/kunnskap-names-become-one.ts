import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'kunnskap-names-become-one',
  title: 'Given and family name are kept as one formatted name',
  breaks: ['kunnskap/K-05'],
  kernel: () => ({
    keep: (resource) => {
      const { name } = resource
      if (!isObject(name) || name.familyName === undefined) return resource
      const { givenName, familyName, ...rest } = name
      return { ...resource, name: { formatted: `${givenName ?? ''} ${familyName}`.trim(), ...rest } }
    },
  }),
})
