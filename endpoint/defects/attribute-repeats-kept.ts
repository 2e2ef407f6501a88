import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-repeats-kept',
  title: 'The same value with the same type is stored twice',
  breaks: ['RFC7643-2.4-11'],
  kernel: () => ({
    keep: (resource, _, __, { emails } = {}) =>
      Array.isArray(emails) && Array.isArray(resource.emails) && emails.length > resource.emails.length
        ? { ...resource, emails }
        : resource,
  }),
})
