import type { Person } from '../directory/directory.ts'
import type { Values } from '../wire/attribute.ts'
import type { Link } from './link.ts'
import { type Found, findOne, firstLookup, type Kind, soughtOf } from './provision.ts'
import type { Asking, Session } from './session.ts'

/** Who is to be looked up. */
export interface Sought {
  readonly person: Person
  readonly link: Link
  readonly wanted: Values
  readonly kind: Kind
}

/** Looks up several before any of them is made. Nothing where the dialect does not, or where one may be taken for another. */
export function* lookUpTogether(
  session: Session,
  all: readonly Sought[],
): Asking<ReadonlyMap<Person, Found>> {
  const found = new Map<Person, Found>()
  const { looksUpTogether } = session.dialect
  if (looksUpTogether === undefined || all.length === 0 || !session.network.isCalm || !areDistinct(all))
    return found
  session.shows(looksUpTogether)
  session.willRead(all.flatMap(({ wanted, kind }) => firstLookup(wanted, kind) ?? []))
  try {
    for (const { person, link, wanted, kind } of all)
      found.set(person, { match: yield* findOne(session, link, wanted, kind) })
  } finally {
    // What was not asked for is no answer to what is asked later.
    session.willRead([])
  }
  return found
}

/** Whether no two are looked for by the same value. */
function areDistinct(all: readonly Sought[]): boolean {
  const values = all.flatMap(({ wanted, kind }) => [...soughtOf(wanted, kind)])
  return new Set(values).size === values.length
}
