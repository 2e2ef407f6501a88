import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'plek-key-is-cut',
  title: 'Of the mapping key the first 16 characters are kept',
  breaks: ['plek/PL-02'],
  kernel: () => ({
    keep: (resource, model) =>
      model.core.id === URN.user && typeof resource.externalId === 'string'
        ? { ...resource, externalId: resource.externalId.slice(0, 16) }
        : resource,
  }),
})
