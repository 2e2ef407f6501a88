import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-put-changes-core-only',
  title: 'A PUT changes nothing in an extension',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'Incident family W5',
  kernel: () => ({
    keep: (resource, _, before, given) => {
      const held = before?.[URN.enterpriseUser]
      return held && !given?.Operations ? { ...resource, [URN.enterpriseUser]: held } : resource
    },
  }),
})
