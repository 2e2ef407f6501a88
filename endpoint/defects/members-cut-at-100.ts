import { defect } from '../deviation.ts'

export default defect({
  id: 'members-cut-at-100',
  title: 'A group keeps 100 members and says nothing about the others',
  breaks: ['RFC7644-3.5.2.1-06', 'fiks/F-58'],
  because: 'Incident family D4',
  kernel: () => ({
    keep: (resource) =>
      Array.isArray(resource.members) ? { ...resource, members: resource.members.slice(-100) } : resource,
  }),
})
