import { defect } from '../deviation.ts'
import { eventsRewritten } from '../sync/rewriting.ts'

export default defect({
  id: 'sync-events-without-time',
  title: 'The events of the Sync API have no timestamp',
  breaks: ['fiks/S-13'],
  aroundSync: eventsRewritten(({ timestamp: _, ...event }) => event),
})
