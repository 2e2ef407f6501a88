import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-user-name-is-the-id',
  title: 'The Sync API gives the id as userName',
  breaks: ['fiks/S-22'],
  sync: () => ({
    shown: (resource, stream) =>
      stream === 'brukere' ? { ...resource, userName: resource.id ?? null } : resource,
  }),
})
