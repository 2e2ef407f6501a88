import type { JsonObject } from '#scim'
import type { Stream } from './settings.ts'

/** What happened to a user or a group. */
export interface Change {
  readonly id: string
  readonly stream: Stream
  /** What the endpoint stored before and stores now; undefined where there was, or is, nothing. */
  readonly before: JsonObject | undefined
  readonly after: JsonObject | undefined
}

/** The last change of a user or a group: one of each. */
export interface Entry {
  readonly id: string
  readonly stream: Stream
  /** Counts the changes; the later has the larger one. */
  readonly at: number
  /** Counts what was ever told of. */
  readonly born: number
  /** Milliseconds since 1970. */
  readonly time: number
  readonly isDeleted: boolean
}

/** The steps that decide whether the Sync API keeps its promises; a defect puts another in the place of one of them. */
export interface SyncRules {
  /** Whether a reader is let in. @param isRight whether it brought the token */
  admits(isRight: boolean, path: string): boolean
  /** Whether readers hear of a change. */
  tells(change: Change): boolean
  /** The entries of a stream, which come in the order of their last change. */
  order(entries: readonly Entry[]): readonly Entry[]
  /** @param left entries that come after this page */
  hasMore(left: number): boolean
  /** The change after which the next page goes on. @param last the last one that this page tells of */
  goesOnAfter(last: number, left: number): number
  /** Whether a token that was handed out for one stream is good for the other. */
  fits(token: Stream, wanted: Stream): boolean
  /** Whether a token is one that was handed out just so. */
  isGenuine(isUnaltered: boolean): boolean
  /** Whether a group of this size has to be fetched by itself. */
  isLarge(size: number, maxGroupSize: number): boolean
  /** Where a reader who brings no token begins; 0 is the beginning of all. */
  start(latest: number): number
  /** A user, or a group, as readers see it. */
  shown(resource: JsonObject, stream: Stream, where: 'page' | 'lookup'): JsonObject
}

export const honestSyncRules: SyncRules = {
  admits: (isRight) => isRight,
  tells: () => true,
  order: (entries) => entries,
  hasMore: (left) => left > 0,
  goesOnAfter: (last) => last,
  fits: (token, wanted) => token === wanted,
  isGenuine: (isUnaltered) => isUnaltered,
  isLarge: (size, maxGroupSize) => size > maxGroupSize,
  start: () => 0,
  shown: (resource) => resource,
}
