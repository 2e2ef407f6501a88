import { URN } from '#scim'
import type { Draft } from '../dialect.ts'
import type { Directory, Person } from '../directory/directory.ts'
import { inParts } from './in-parts.ts'
import { type Link, nameOf } from './link.ts'
import { isLinked } from './memberships.ts'
import { isSkipped, tellSkipped } from './references.ts'
import type { Asking, Session } from './session.ts'

/** The trail's and the findings' name for it. */
export const MANAGER = `${URN.enterpriseUser}:manager`

/** So many changes are foreseen at a time. */
const TOGETHER = 16

/** A manager to be set, or taken away. */
interface Due {
  readonly link: Link
  /** The id of the manager's account; `null`: none. */
  readonly wanted: string | null
  readonly draft: Draft
}

/**
 * Managers are references: they follow when both people exist, in a request of their own (ENT-120). Everybody is looked
 * at whatever has happened: who got an account may be the manager of many.
 */
export function* setManagers(session: Session, directory: Directory): Asking<void> {
  for (const some of inParts(changesDue(session, directory), TOGETHER)) {
    session.foresee(some.map(({ draft }) => draft.request))
    for (const due of some) yield* setManager(session, due)
  }
}

function* changesDue(session: Session, directory: Directory): Generator<Due> {
  for (const person of directory.people.values()) {
    const link = session.people.get(person.key)
    if (!link || link.held !== undefined || !isLinked(session, person.key)) continue
    const wanted = managerOf(session, directory, person, link)
    if (wanted === undefined || wanted === (link.manager ?? null)) continue
    const draft = changeOf(session, link, wanted)
    if (draft) yield { link, wanted, draft }
  }
}

/** The id of the manager's account, `null` for none; `undefined` where that is to wait. */
function managerOf(
  session: Session,
  directory: Directory,
  { manager }: Person,
  link: Link,
): string | null | undefined {
  if (link.skippedManager !== manager) link.skippedManager = undefined
  if (manager === undefined) return null
  return isDue(session, directory, link, manager) ? session.people.get(manager)?.id : undefined
}

/** Who has no account is left out: until there is one, or for good (ENT-125). */
function isDue(session: Session, directory: Directory, link: Link, manager: string): boolean {
  if (link.skippedManager === manager) return false
  if (isLinked(session, manager)) return true
  if (isSkipped(session, directory, manager)) {
    link.skippedManager = manager
    tellSkipped(session, link, manager)
  }
  return false
}

function changeOf({ dialect }: Session, link: Link, wanted: string | null): Draft | undefined {
  if (!dialect.changeManager) return undefined
  const draft = dialect.changeManager(link.id as string, wanted ?? undefined, link.manager ?? undefined)
  // Not conveyed, so there is nothing to compare any more.
  if (!draft) link.manager = undefined
  return draft
}

function* setManager(session: Session, { link, wanted, draft }: Due): Asking<void> {
  const purpose = { object: nameOf(link), doing: 'set manager', keys: [link.key], attributes: [MANAGER] }
  const answer = yield* session.send(draft, purpose)
  if (answer.ok) link.manager = wanted
  else session.problem(nameOf(link), `manager answered ${answer.status}`)
}
