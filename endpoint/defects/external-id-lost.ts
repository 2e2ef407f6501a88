import { defect } from '../deviation.ts'

export default defect({
  id: 'external-id-lost',
  title: 'externalId is not stored',
  breaks: ['RFC7643-3.1-01', 'RFC7643-3.1-16', 'fiks/F-22'],
  because: 'Incident family W6',
  kernel: () => ({ keep: ({ externalId: _, ...resource }) => resource }),
})
