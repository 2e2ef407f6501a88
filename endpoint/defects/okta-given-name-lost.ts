import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'okta-given-name-lost',
  title: 'Of a name the family name alone is kept',
  breaks: ['okta/spec-02', 'okta/spec-07', 'okta/spec-06'],
  because: 'A display name was all that the application had',
  kernel: () => ({
    keep: (resource) => {
      if (!isObject(resource.name)) return resource
      const { givenName: _, ...name } = resource.name
      return { ...resource, name }
    },
  }),
})
