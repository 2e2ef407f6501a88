import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'kunnskap-primary-is-not-kept',
  title: 'No e-mail address stays the primary one',
  breaks: ['kunnskap/K-07'],
  kernel: () => ({
    keep: (resource) => {
      const { emails } = resource
      if (!Array.isArray(emails)) return resource
      const plain = emails.map((one) => {
        if (!isObject(one)) return one
        const { primary: _, ...rest } = one
        return rest
      })
      return { ...resource, emails: plain }
    },
  }),
})
