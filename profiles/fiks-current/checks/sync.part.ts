import { createdId, elementsOf, type Feed, FOREIGN } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject, member } from '#scim'

type Pages = readonly Exchange[]

/** The events of a page that tell of what the run made: no others are kept. */
export function eventsIn(page: Exchange): JsonObject[] {
  return elementsOf(objectOf(page.response?.body), 'events').filter(
    (event): event is JsonObject => isObject(event) && !Object.hasOwn(event, FOREIGN),
  )
}

/** How many events a page has, other people's among them. */
export function lengthOf(page: Exchange): number {
  const strangers = (event: Json) => Number(member(event, FOREIGN) ?? 1)
  return elementsOf(objectOf(page.response?.body), 'events').reduce<number>(
    (sum, event) => sum + strangers(event),
    0,
  )
}

const objectOf = (body: Json | undefined) => (isObject(body) ? body : undefined)

/** What is told of one id, in order. */
export function eventsOf(pages: Pages, id: string | null): JsonObject[] {
  return pages.flatMap(eventsIn).filter((event) => event.id === id)
}

/** The page that tells of an id last; the last one where none does. */
export function pageOf(pages: Pages, id: string | null): Exchange {
  const found = pages.findLast((page) => eventsOf([page], id).length > 0) ?? pages.at(-1)
  if (!found) throw new Error('a reading without a page')
  return found
}

/** Ids of what was made. */
export const idsOf = (made: Pages): (string | null)[] => made.map(createdId)

/** Holds once each of the ids was told of. */
export function tellsOf(...ids: readonly string[]): Parameters<Feed['follow']>[2] {
  return (pages) => ids.every((id) => eventsOf(pages, id).length > 0)
}

/** Holds once the latest that is told of an id passes the test. */
export function lastIs(id: string, test: (event: JsonObject) => boolean): Parameters<Feed['follow']>[2] {
  return (pages) => {
    const last = eventsOf(pages, id).at(-1)
    return last !== undefined && test(last)
  }
}

export const resourceOf = (event: JsonObject | undefined): JsonObject | undefined =>
  objectOf(member(event, 'resource'))

/** The same pages with other events: `undefined` leaves one out. */
export function withEvents(
  pages: Pages,
  change: (event: JsonObject) => JsonObject | undefined,
): readonly Exchange[] {
  return pages.map((page) => {
    const events = eventsIn(page).flatMap((event) => change(event) ?? [])
    return answering(page, { body: { ...objectOf(page.response?.body), events } })
  })
}

/** The same pages with something else in each resource. */
export function withResources(
  pages: Pages,
  change: (resource: JsonObject) => JsonObject,
): readonly Exchange[] {
  return withEvents(pages, (event) => {
    const resource = resourceOf(event)
    return resource ? { ...event, resource: change(resource) } : event
  })
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i

/** What an event lacks, in words; nothing where it is whole. */
export function lacksIn(
  { id, changeType, timestamp, requiresSeparateFetch }: JsonObject,
  isGroup: boolean,
): string[] {
  return [
    typeof id === 'string' && id !== '' ? '' : 'id',
    changeType === 'sync' || changeType === 'delete' ? '' : 'changeType',
    typeof timestamp === 'string' && DATE_TIME.test(timestamp) ? '' : 'timestamp',
    !isGroup || typeof requiresSeparateFetch === 'boolean' ? '' : 'requiresSeparateFetch',
  ].filter((name) => name !== '')
}

/** What a page lacks that each has. */
export function lacksInPage(page: Exchange): string[] {
  const { body } = page.response ?? {}
  const token = member(body, 'syncToken')
  return [
    Array.isArray(member(body, 'events')) ? '' : 'events',
    typeof token === 'string' && token !== '' ? '' : 'syncToken',
    typeof member(body, 'hasMore') === 'boolean' ? '' : 'hasMore',
  ].filter((name) => name !== '')
}

/** The members of a group in the stream, sorted. */
export function membersIn(resource: JsonObject | undefined): string[] {
  return elementsOf(resource, 'members')
    .map((one) => String(member(one, 'value')))
    .sort()
}
