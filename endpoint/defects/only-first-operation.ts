import { defect } from '../deviation.ts'

export default defect({
  id: 'only-first-operation',
  title: 'Of several PATCH operations the first is applied',
  breaks: ['RFC7644-3.5.2-18'],
  kernel: (plain) => ({
    patch: (resource, operations, ...rest) => plain.patch(resource, operations.slice(0, 1), ...rest),
  }),
})
