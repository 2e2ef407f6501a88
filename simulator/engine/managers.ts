import { URN } from '#scim'
import type { Directory } from '../directory/directory.ts'
import { type Link, nameOf } from './link.ts'
import { isLinked } from './memberships.ts'
import { isSkipped, tellSkipped } from './references.ts'
import type { Asking, Session } from './session.ts'

/** The trail's and the findings' name for it. */
export const MANAGER = `${URN.enterpriseUser}:manager`

/**
 * Managers are references: they follow when both people exist, in a request of their own (ENT-120). Everybody is looked
 * at whatever has happened: who got an account may be the manager of many.
 */
export function* setManagers(session: Session, directory: Directory): Asking<void> {
  for (const person of directory.people.values()) {
    const link = session.people.get(person.key)
    if (!link || link.held !== undefined || !isLinked(session, person.key)) continue
    if (link.skippedManager !== person.manager) link.skippedManager = undefined
    if (person.manager !== undefined && !isDue(session, directory, link, person.manager)) continue
    const wanted = person.manager === undefined ? null : (session.people.get(person.manager)?.id as string)
    if ((link.manager ?? null) !== wanted) yield* setManager(session, link, wanted)
  }
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

function* setManager(session: Session, link: Link, wanted: string | null): Asking<void> {
  const { changeManager } = session.dialect
  if (!changeManager) return
  const before = link.manager ?? undefined
  const draft = changeManager(link.id as string, wanted ?? undefined, before)
  if (!draft) {
    // Not conveyed, so there is nothing to compare any more.
    link.manager = undefined
    return
  }
  const purpose = { object: nameOf(link), doing: 'set manager', keys: [link.key], attributes: [MANAGER] }
  const answer = yield* session.send(draft, purpose)
  if (answer.ok) link.manager = wanted
  else session.problem(nameOf(link), `manager answered ${answer.status}`)
}
