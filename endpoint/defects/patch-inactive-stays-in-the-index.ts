import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-inactive-stays-in-the-index',
  title: 'A user who was made inactive is still found as active',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'INC-013',
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, 'active' in resource ? { ...resource, active: true } : resource, model),
  }),
})
