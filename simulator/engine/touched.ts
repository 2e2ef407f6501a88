import { concerned, type Event } from '../directory/event.ts'

/** Keys of those to look at; absent: everybody. */
export type Touched = readonly string[] | undefined

/** Everybody may be concerned where a whole group comes, goes or is put somewhere else. */
const ABOUT_A_GROUP: ReadonlySet<Event['kind']> = new Set([
  'form',
  'dissolve',
  'nest',
  'unnest',
  'rename group',
])

/** For whom an event can make a difference, where nothing else was left to be done. */
export function touchedBy(event: Event): Touched {
  return ABOUT_A_GROUP.has(event.kind) ? undefined : concerned(event)
}

export function those<One>(
  all: { get(key: string): One | undefined; values(): Iterable<One> },
  touched: Touched,
): Iterable<One> {
  return touched ? touched.flatMap((key) => all.get(key) ?? []) : all.values()
}
