import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-group-by-itself-cut',
  title: 'A group that is fetched by itself shows a hundred members at the most',
  breaks: ['fiks/S-17'],
  sync: () => ({
    shown: (resource, _, where) =>
      where === 'lookup' && Array.isArray(resource.members)
        ? { ...resource, members: resource.members.slice(0, 100) }
        : resource,
  }),
})
