import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-large-group-cut',
  title: 'The Sync API tells of the first hundred members of a large group, as if they were all',
  breaks: ['fiks/S-17'],
  sync: () => ({
    isLarge: () => false,
    shown: (resource, _, where) =>
      where === 'page' && Array.isArray(resource.members)
        ? { ...resource, members: resource.members.slice(0, 100) }
        : resource,
  }),
})
