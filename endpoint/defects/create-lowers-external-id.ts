import { defect } from '../deviation.ts'

export default defect({
  id: 'create-lowers-external-id',
  title: 'externalId is stored in lower case',
  breaks: ['RFC7643-7-24', 'RFC7643-3.1-16'],
  kernel: () => ({
    keep: (resource) =>
      typeof resource.externalId === 'string'
        ? { ...resource, externalId: resource.externalId.toLowerCase() }
        : resource,
  }),
})
