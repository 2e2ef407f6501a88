import { defect } from '../deviation.ts'
import { eventsRewritten } from '../sync/rewriting.ts'

export default defect({
  id: 'sync-groups-without-flag',
  title: 'The events of groups do not say whether a group has to be fetched by itself',
  breaks: ['fiks/S-13'],
  aroundSync: eventsRewritten(({ requiresSeparateFetch: _, ...event }) => event),
})
