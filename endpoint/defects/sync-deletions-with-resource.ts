import { defect } from '../deviation.ts'
import { eventsRewritten } from '../sync/rewriting.ts'

export default defect({
  id: 'sync-deletions-with-resource',
  title: 'The Sync API tells of a deletion with what was deleted',
  breaks: ['fiks/S-14'],
  aroundSync: eventsRewritten((event) =>
    event.changeType === 'delete' ? { ...event, resource: { id: event.id ?? null } } : event,
  ),
})
