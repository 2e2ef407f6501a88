import { defect } from '../deviation.ts'

export default defect({
  id: 'create-strips-accents',
  title: 'Names are stored without their accents: Áilu becomes Ailu',
  breaks: ['RFC7643-2.3.1-01', 'fiks/F-36'],
  kernel: () => ({
    keep: (resource) =>
      typeof resource.displayName === 'string'
        ? { ...resource, displayName: resource.displayName.normalize('NFD').replace(/\p{M}/gu, '') }
        : resource,
  }),
})
