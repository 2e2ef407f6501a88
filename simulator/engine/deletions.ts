import type { Draft } from '../dialect.ts'
import type { Directory } from '../directory/directory.ts'
import { nameOf } from './provision.ts'
import type { Asking, Link, Session } from './session.ts'

/** Deletes in the target what is not in the directory any more. */
export function* deleteAll(session: Session, { people, groups }: Directory): Asking<void> {
  const { dialect } = session
  for (const link of session.people.values()) {
    if (!people.has(link.key)) yield* remove(session, link, (id) => dialect.deleteUser(id))
  }
  for (const link of session.groups.values()) {
    if (!groups.has(link.key)) yield* remove(session, link, (id) => dialect.deleteGroup(id))
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
  session.problem(object, `delete answered ${answer.status}`)
}

function forget(session: Session, { key }: Link): void {
  for (const group of session.groups.values()) group.members.delete(key)
}
