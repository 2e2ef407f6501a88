import type { Json } from '#scim'
import { badRequest } from './errors.ts'
import type { Stored } from './store.ts'

/** Where a page by cursor ends up: what is on it, and where its neighbours begin. */
export interface Stretch<Item> {
  readonly items: readonly Item[]
  /** Where the next page begins; undefined after the last one. */
  readonly next: number | undefined
  /** Where the previous page begins; undefined before the first one. */
  readonly previous: number | undefined
}

/**
 * One walk over the matches of a query. Its list is fixed when it begins, so that nothing which comes or goes meanwhile
 * can move anybody to another page; who is gone is passed over.
 */
export interface Walk {
  readonly ids: readonly string[]
  /** The query it belongs to: a cursor is of no use with another one. */
  readonly query: string
  /** What each page may hold at the most, as the first request said. */
  readonly count: number
  /** Milliseconds since 1970. */
  readonly born: number
  /** Cursors that were handed out, by the place they lead to. */
  readonly places: Map<number, string>
}

export function walkOver(found: readonly Stored[], about: Pick<Walk, 'query' | 'count' | 'born'>): Walk {
  return { ...about, ids: found.map(({ id }) => id), places: new Map() }
}

/** A walk, and how far it is. */
export interface Place {
  readonly walk: Walk
  readonly from: number
}

/** More than clients walk at a time; the walk that began first is forgotten first. */
const MOST_WALKS = 1000

/** The cursors that were handed out. */
export class Cursors {
  readonly #walks = new Set<Walk>()
  readonly #places = new Map<string, Place>()

  /** The same place has the same cursor, however often its page is asked for. */
  cursorFor({ walk, from }: Place, newId: () => string): string {
    const known = walk.places.get(from)
    if (known !== undefined) return known
    const cursor = scattered(newId())
    walk.places.set(from, cursor)
    this.#remember(walk)
    this.#places.set(cursor, { walk, from })
    return cursor
  }

  /**
   * @param timeout seconds that a cursor lives
   * @throws ScimError 400 invalidCursor, expiredCursor
   */
  find(cursor: Json, query: string, now: number, timeout: number): Place {
    const place = typeof cursor === 'string' ? this.#places.get(cursor) : undefined
    if (place?.walk.query !== query) throw badRequest('invalidCursor', 'There is no such cursor')
    if (now > place.walk.born + timeout * 1000)
      throw badRequest('expiredCursor', 'The cursor has expired: begin again with an empty one')
    return place
  }

  #remember(walk: Walk): void {
    this.#walks.add(walk)
    const [oldest] = this.#walks
    if (oldest && this.#walks.size > MOST_WALKS) this.#forget(oldest)
  }

  #forget(walk: Walk): void {
    this.#walks.delete(walk)
    for (const cursor of walk.places.values()) this.#places.delete(cursor)
  }
}

/**
 * SPEC: RFC9865-2-03 and -15: letters and digits that say nothing. An id goes in, so that a cursor is as hard to guess
 * as an id; its text does not come out again.
 */
function scattered(id: string): string {
  return [1, 2, 3, 4].map((seed) => mixed(id, seed).toString(36).padStart(7, '0')).join('')
}

export function mixed(text: string, seed: number): number {
  let hash = Math.imul(seed, 0x9e3779b1)
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x85ebca6b) ^ (hash >>> 13)
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The page of a walk that begins at `from`; `undefined` stands for what is gone. */
export function stretch<Item>(
  all: readonly (Item | undefined)[],
  from: number,
  count: number,
): Stretch<Item> {
  const places = all.flatMap((item, place) => (item === undefined ? [] : [{ item, place }]))
  const first = places.findIndex(({ place }) => place >= from)
  const begin = first < 0 ? places.length : first
  return {
    items: places.slice(begin, begin + count).map(({ item }) => item),
    // A page that may hold nothing gets nobody any further.
    next: count > 0 ? places[begin + count]?.place : undefined,
    previous: begin > 0 ? places[Math.max(0, begin - count)]?.place : undefined,
  }
}
