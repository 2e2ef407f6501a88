import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-middle-names-split-off',
  title: 'What stands behind the first blank of givenName goes into middleName',
  breaks: ['fiks/F-41'],
  kernel: () => ({
    keep: (resource) => {
      const { name } = resource
      if (!isObject(name) || typeof name.givenName !== 'string' || !name.givenName.includes(' '))
        return resource
      const [givenName = '', ...others] = name.givenName.split(' ')
      return { ...resource, name: { ...name, givenName, middleName: others.join(' ') } }
    },
  }),
})
