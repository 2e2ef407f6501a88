import { isObject, member } from '#scim'
import { at } from '../dialect.ts'
import { type Link, nameOf } from '../engine/link.ts'
import type { Answer, Asking, Session } from '../engine/session.ts'
import type { Cost } from '../play.ts'

/** Nothing can be said of who waits for something, or was disturbed on the way. */
export function canBeCompared(session: Session, link: Link): boolean {
  const object = nameOf(link)
  return link.held === undefined && !session.muted.has(object) && !session.isDisturbed(object)
}

/** Whether the answer shows the resource that was asked for. Where not, that is the one difference reported. */
export function isReadable(session: Session, link: Link, answer: Answer): boolean {
  const object = nameOf(link)
  session.comparisons += 1
  if (answer.status === 404 || answer.status === 410) {
    session.seen.set(object, null)
    link.lost = true
    reportMissing(session, link, 'data lost')
    return false
  }
  if (answer.status !== 200 || !isObject(answer.body)) {
    session.seen.delete(object)
    session.refusal(object, answer)
    return false
  }
  session.seen.set(object, answer.body)
  link.lost = false
  session.agree(object, 'existence')
  return hasOwnId(session, link, answer)
}

function hasOwnId(session: Session, link: Link, { body, step }: Answer): boolean {
  const object = nameOf(link)
  const id = member(body, 'id')
  if (id === link.id) {
    session.agree(object, 'id')
    return true
  }
  const other = typeof id === 'string' ? (session.people.withId(id) ?? session.groups.withId(id)) : undefined
  session.diverge({
    object,
    attribute: 'id',
    expected: link.id ?? null,
    actual: other ? `the id of ${nameOf(other)}` : id,
    cost: 'wrong access',
    step: session.trail.lastWrite(object) ?? step,
  })
  return false
}

/** Never created, or vanished since. */
export function reportMissing(session: Session, link: Link, cost: Cost): void {
  const object = nameOf(link)
  session.comparisons += 1
  const { trail } = session
  const step = link.id === undefined ? trail.causeOf(object, 'existence') : trail.lastWrite(object)
  session.diverge({
    object,
    attribute: 'existence',
    expected: 'present',
    actual: undefined,
    cost,
    ...(step === undefined ? {} : { step }),
  })
}

/** True where reading by id says that the deleted resource is gone. */
export function* confirmGone(
  session: Session,
  link: Link,
  collection: '/Users' | '/Groups',
): Asking<boolean> {
  if (link.id === undefined || session.muted.has(nameOf(link))) return false
  const object = nameOf(link)
  const answer = yield* session.readBack(at(collection, link.id), object)
  session.comparisons += 1
  if (answer.status === 404 || answer.status === 410) {
    session.seen.set(object, null)
    session.agree(object, 'existence')
    return true
  }
  if (!answer.ok) {
    session.refusal(object, answer)
    return false
  }
  session.seen.set(object, answer.body ?? {})
  const step = session.trail.causeOf(object, 'existence')
  session.diverge({
    object,
    attribute: 'existence',
    expected: 'gone',
    actual: 'still there',
    cost: 'access not revoked',
    ...(step === undefined ? {} : { step }),
  })
  return false
}
