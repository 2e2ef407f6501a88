import type { Directory } from '../directory/directory.ts'
import { type Link, nameOf } from './link.ts'
import { isInner } from './members.ts'
import type { Session } from './session.ts'

/**
 * Whether the reference from an object to a person without an account is lost until all is evaluated anew. A person who
 * is in scope only waits for an account, which is tried again in the next cycle.
 */
export function isSkipped({ dialect }: Session, { people }: Directory, key: string): boolean {
  if (isInner(key)) return false
  return dialect.outOfScope === 'wait for a restart' && people.get(key)?.assigned !== true
}

export function tellSkipped(session: Session, link: Link, key: string): void {
  session.problem(nameOf(link), `${key} is out of scope: left out of it until all is evaluated anew`)
}

/** All references are evaluated anew: after a restart, or in the initial cycle that new settings begin. */
export function forgetSkipped({ people, groups }: Session): void {
  for (const link of people.values()) link.skippedManager = undefined
  for (const link of groups.values()) link.skippedMembers.clear()
}
