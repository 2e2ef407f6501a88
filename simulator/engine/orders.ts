import { isObject } from '#scim'
import type { Directory } from '../directory/directory.ts'
import type { Policy } from '../policy.ts'
import { nameOf } from './link.ts'
import { pushGroup } from './memberships.ts'
import { forgetSkipped } from './references.ts'
import type { Asking, Session } from './session.ts'

/** Links and what is known of the target are forgotten; accounts are matched anew, members sent again (ENT-046). */
export function restart(session: Session): void {
  for (const link of session.people.values()) {
    if (link.deleted) continue
    session.noteTaken('person', link.sent)
    session.people.dropId(link)
    link.sent = new Map()
    link.failures = 0
    link.retryAt = 0
    link.unmanaged = false
    link.manager = undefined
  }
  for (const link of session.groups.values()) {
    if (link.deleted) continue
    session.groups.dropId(link)
    link.sent = new Map()
    link.members.clear()
    link.failures = 0
    link.retryAt = 0
  }
  forgetSkipped(session)
  session.clock.release()
}

/** Everything that is linked is looked at once more, and references are resolved anew, as in any initial cycle (ENT-041, ENT-047). */
export function changeMapping(session: Session, changes: Partial<Policy>): void {
  if (session.dialect.newMapping === undefined) {
    session.problem(
      'connection',
      'what this provider makes of another mapping is not known: it stays as it was',
    )
    return
  }
  session.configure(changes)
  for (const links of [session.people, session.groups])
    for (const link of links.values()) if (link.id !== undefined && !link.deleted) link.review = true
  forgetSkipped(session)
}

/** What waits for somebody's approval: the preview before the first write, or deletions that were held back. */
export function approve(session: Session): void {
  if (!session.gates.awaitsPreview) session.deletionsApproved = true
  else if (!session.gates.approvePreview())
    session.problem('connection', 'there is no preview to approve yet')
}

/** The whole group once more, at an administrator's wish. */
export function* push(session: Session, { groups }: Directory, key: string): Asking<void> {
  const group = groups.get(key)
  if (group) yield* pushGroup(session, group)
}

/** Invented here and never compared: no target shows passwords. */
export function* changePassword(session: Session, { people }: Directory, key: string): Asking<void> {
  const { dialect } = session
  const link = session.people.get(key)
  const person = people.get(key)
  if (!dialect.changePassword || link?.id === undefined || !person) return
  const purpose = { object: nameOf(link), doing: 'change password', keys: [key] }
  const read = dialect.unread?.includes('password') ? undefined : dialect.readUser?.(link.id)
  const shown = read && (yield* session.send(read, { ...purpose, doing: 'read' }))
  if (shown && !shown.ok) return session.failure(link, `could not be read: ${shown.status}`)
  const update = {
    id: link.id,
    changes: [],
    wanted: dialect.valuesOf(person),
    sent: link.sent,
    current: shown && isObject(shown.body) ? shown.body : undefined,
    members: [],
    nameOf: (id: string) => session.nameOfId(id),
  }
  for (const draft of dialect.changePassword(update, `Aa1-${session.guid(`password of ${key}`)}`)) {
    const answer = yield* session.send(draft, purpose)
    if (!answer.ok) session.failure(link, `change of password answered ${answer.status}`)
  }
}
