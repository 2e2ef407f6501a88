import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'kunnskap-user-name-loses-its-domain',
  title: 'Of an externalId that looks like an address the part before the @ is kept',
  breaks: ['kunnskap/K-04'],
  kernel: () => ({
    keep: (resource, model) =>
      model.core.id === URN.user && typeof resource.externalId === 'string'
        ? { ...resource, externalId: resource.externalId.replace(/@.*$/, '') }
        : resource,
  }),
})
