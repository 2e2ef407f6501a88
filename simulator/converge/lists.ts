import { type Json, member, withQuery } from '#scim'
import { hitsOf } from '../engine/answers.ts'
import { type Link, type Links, nameOf } from '../engine/link.ts'
import type { Asking, Session } from '../engine/session.ts'

const PAGE = 100
/** Beyond this the accounts of others would take too long to walk through. */
const MOST_PAGES = 40

/**
 * Reads the list of all accounts, or groups, of this play, page by page: whoever is found by id must be in it, once, and
 * whoever was deleted must not. Others come and go meanwhile and would shift the pages, so the list is narrowed to names
 * with the play's mark; a target that cannot do that, or does not page by index, is not judged by it.
 */
export function* compareList(session: Session, links: Links, collection: '/Users' | '/Groups'): Asking<void> {
  const ids = yield* listed(session, collection)
  if (ids === undefined) return
  for (const link of links.values()) {
    if (link.id === undefined || link.held !== undefined || !isKnown(session, link)) continue
    const times = ids.get(link.id) ?? 0
    const present = session.seen.get(nameOf(link)) !== null && !link.deleted
    session.comparisons += 1
    if (times === (present ? 1 : 0)) session.agree(nameOf(link), 'existence', LISTED)
    else report(session, link, collection, { times, present })
  }
}

const LISTED = 'in the list'

/** Only who was read back without a difference: everything else has been said. */
function isKnown(session: Session, link: Link): boolean {
  const object = nameOf(link)
  if (session.muted.has(object) || session.isDisturbed(object)) return false
  return session.seen.has(object) && !session.differs(object, 'existence')
}

function report(
  session: Session,
  link: Link,
  collection: string,
  { times, present }: { times: number; present: boolean },
): void {
  const step = session.trail.causeOf(nameOf(link), 'existence')
  session.diverge(
    {
      object: nameOf(link),
      attribute: 'existence',
      expected: present ? `once in the list of ${collection}` : `not in the list of ${collection}`,
      actual: times === 0 ? 'not in it' : `${times} times in it`,
      cost: present ? (times === 0 ? 'provisioning blocked' : 'wrong access') : 'access not revoked',
      ...(step === undefined ? {} : { step }),
    },
    LISTED,
  )
}

/** How often each id comes in the list; `undefined` where it cannot be walked to its end. */
function* listed(session: Session, collection: string): Asking<Map<string, number> | undefined> {
  const ids = new Map<string, number>()
  const filter = `${collection === '/Users' ? 'userName' : 'displayName'} sw ${JSON.stringify(session.tag)}`
  for (let page = 0, startIndex = 1; page < MOST_PAGES; page++) {
    const path = withQuery(collection, { filter, startIndex, count: PAGE })
    const answer = yield* session.readBack(path, 'connection')
    const hits = answer.status === 200 ? hitsOf(answer.body) : undefined
    const total = member(answer.body, 'totalResults')
    // Paging by cursor alone, or no such filter.
    if (hits === undefined || typeof total !== 'number' || startsElsewhere(answer.body, startIndex))
      return undefined
    for (const hit of hits) {
      const id = member(hit, 'id')
      if (typeof id === 'string') ids.set(id, (ids.get(id) ?? 0) + 1)
    }
    startIndex += hits.length
    if (startIndex > total) return ids
    if (hits.length === 0) return undefined
  }
  session.problem('connection', `${collection} is too long to be read whole: its list is not compared`)
  return undefined
}

function startsElsewhere(body: Json | undefined, startIndex: number): boolean {
  const said = member(body, 'startIndex')
  return typeof said === 'number' && said !== startIndex
}
