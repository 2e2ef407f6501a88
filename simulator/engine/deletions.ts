import type { Draft } from '../dialect.ts'
import type { Directory } from '../directory/directory.ts'
import { switchOff } from './accounts.ts'
import { type Link, nameOf } from './link.ts'
import { memberOf } from './members.ts'
import type { Asking, Session } from './session.ts'
import { type Touched, those } from './touched.ts'

/** Deletes in the target what is not in the directory any more. */
export function* deleteAll(session: Session, { people, groups }: Directory, touched?: Touched): Asking<void> {
  const { dialect, policy } = session
  for (const link of those(session.people, touched)) {
    const person = people.get(link.key)
    const leaves =
      person !== undefined && (dialect.isGone?.(person) || (!person.active && policy.leavers === 'delete'))
    if (person !== undefined && !leaves) continue
    // Switched off when it left the scope: nobody cares for it any more (ENT-134).
    if (link.unmanaged || session.deletionsHeld || policy.leavers === 'leave') continue
    const { deleteUser } = dialect
    if (deleteUser) yield* remove(session, link, (id) => deleteUser(id))
    else yield* switchOff(session, link)
  }
  for (const link of those(session.groups, touched)) {
    const { deleteGroup } = dialect
    if (!groups.has(link.key) && deleteGroup) yield* remove(session, link, (id) => deleteGroup(id))
  }
}

/** What is gone already counts as deleted (ENT-189). */
function* remove(session: Session, link: Link, draft: (id: string) => Draft): Asking<void> {
  if (link.id === undefined || link.deleted || link.lost) return
  const object = nameOf(link)
  const purpose = { object, doing: 'delete', keys: [link.key], attributes: ['existence'] }
  const answer = yield* session.send(draft(link.id), purpose)
  if (answer.status === 404) session.trail.excuse(answer.step)
  if (answer.ok || answer.status === 404) {
    link.deleted = true
    return forget(session, link)
  }
  session.failure(link, `delete answered ${answer.status}`)
}

function forget(session: Session, link: Link): void {
  for (const group of session.groups.values()) group.members.delete(memberOf(link))
}
