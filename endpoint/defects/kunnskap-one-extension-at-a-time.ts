import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'kunnskap-one-extension-at-a-time',
  title: 'A user keeps one extension: with a number the work data is gone',
  breaks: ['kunnskap/K-03'],
  kernel: () => ({
    keep: (resource) => {
      if (resource[URN.fiksPerson] === undefined) return resource
      const { [URN.enterpriseUser]: _, ...rest } = resource
      return rest
    },
  }),
})
