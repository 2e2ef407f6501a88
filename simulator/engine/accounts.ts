import type { Directory, Person } from '../directory/directory.ts'
import { type Kind, linkFor, provision } from './provision.ts'
import type { Asking, Session } from './session.ts'

/** Creates and updates; who is switched off waits for `deactivateUsers` where the dialect has such a phase. */
export function* provisionUsers(session: Session, { people }: Directory): Asking<void> {
  const waits = session.dialect.phases.includes('deactivations')
  for (const person of people.values()) {
    if (waits && isDeactivation(session, person)) continue
    yield* provisionUser(session, person)
  }
}

export function* deactivateUsers(session: Session, { people }: Directory): Asking<void> {
  for (const person of people.values()) {
    if (isDeactivation(session, person)) yield* provisionUser(session, person)
  }
}

/** Somebody who was disabled before ever being provisioned is not created (ENT-053). */
function* provisionUser(session: Session, person: Person): Asking<void> {
  const { dialect } = session
  const link = linkFor(session.people, 'person', person.key)
  if (link.id === undefined && !person.active) return
  const kind: Kind = {
    find: (values) => dialect.findUser(values),
    create: (values) => dialect.createUser(values),
    read: dialect.readUser && ((id) => (dialect.readUser as NonNullable<typeof dialect.readUser>)(id)),
    change: (id, changes) => dialect.changeUser(id, changes),
  }
  yield* provision(session, link, dialect.valuesOf(person), kind)
}

function isDeactivation(session: Session, person: Person): boolean {
  return !person.active && session.people.get(person.key)?.sent.get('active') === true
}
