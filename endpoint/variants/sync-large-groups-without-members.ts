import { variant } from '../deviation.ts'
import { eventsRewritten } from '../sync/rewriting.ts'

export default variant({
  id: 'sync-large-groups-without-members',
  title: 'A large group comes without its members, but with its id',
  because: 'KS Digital, sync-api-v1: members may be left out; the page says that resource is null',
  aroundSync: eventsRewritten((event) =>
    event.requiresSeparateFetch === true ? { ...event, resource: { id: event.id ?? null } } : event,
  ),
})
