import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-formatted-name-gives-way',
  title: 'Where there is a displayName, name.formatted is not kept',
  breaks: ['fiks/F-46'],
  kernel: () => ({
    keep: (resource) => {
      const { name, displayName } = resource
      if (!isObject(name) || displayName === undefined) return resource
      const { formatted: _, ...rest } = name
      return { ...resource, name: rest }
    },
  }),
})
