import type { ScimRequest } from '#scim'
import type { Directory, Person } from '../directory/directory.ts'
import type { Values } from '../wire/attribute.ts'
import { inParts } from './in-parts.ts'
import type { Link } from './link.ts'
import { lookUpTogether, type Sought } from './lookups.ts'
import { change, type Found, isOpen, type Kind, provision } from './provision.ts'
import type { Asking, Session } from './session.ts'
import { type Touched, those } from './touched.ts'

/** So many people are provisioned at a time: creates that wait for the disk together, and lookups. */
const TOGETHER = 16

/** Creates and updates; who is switched off waits for `deactivateUsers` where the dialect has such a phase. */
export function* provisionUsers(session: Session, { people }: Directory, touched?: Touched): Asking<void> {
  const waits = session.dialect.phases.includes('deactivations')
  let isFirst = true
  for (const persons of inParts(those(people, touched), TOGETHER)) {
    const comers = persons.filter((person) => isComing(session, person))
    session.foresee(comers.map((person) => createOf(session, person)))
    // One account of the first can still be in the way of the next: a target that finds the wrong ones shows it here.
    const found = yield* lookUpTogether(session, isFirst ? [] : soughtAmong(session, persons, comers))
    isFirst = false
    for (const person of persons) {
      if (waits && isDeactivation(session, person)) continue
      yield* provisionUser(session, person, { found: found.get(person) })
    }
  }
}

/** Who is not linked, and gets an account in this cycle unless one is found. */
function isComing(session: Session, person: Person): boolean {
  const { dialect, policy, gates } = session
  const link = session.people.get(person.key)
  if (link?.id !== undefined || gates.areClosed || !person.active || dialect.isGone?.(person)) return false
  if (!person.assigned && (policy.skipOutOfScope || link?.unmanaged)) return false
  return !link || isOpen(session, link)
}

/** How somebody is created who is not linked yet. Of the manager, who does not matter to the names, nothing is said. */
const createOf = ({ dialect }: Session, person: Person): ScimRequest =>
  dialect.createUser(dialect.valuesOf(person), undefined).request

/** Who is to be looked up first; nobody where others of them are at the same time changed, who may have had their names. */
function soughtAmong(session: Session, persons: readonly Person[], comers: readonly Person[]): Sought[] {
  const areOthers = persons.some(({ key }) => session.people.get(key)?.id !== undefined)
  return areOthers
    ? []
    : comers.map((person) => ({
        person,
        link: session.people.for(person.key),
        wanted: session.dialect.valuesOf(person),
        kind: kindOf(session, person, false),
      }))
}

export function* deactivateUsers(session: Session, { people }: Directory, touched?: Touched): Asking<void> {
  for (const person of those(people, touched)) {
    if (isDeactivation(session, person)) yield* provisionUser(session, person)
  }
}

/** Somebody who was disabled before ever being provisioned is not created (ENT-053). */
export function* provisionUser(
  session: Session,
  person: Person,
  { atOnce = false, found }: { readonly atOnce?: boolean; readonly found?: Found | undefined } = {},
): Asking<void> {
  const { dialect, policy } = session
  const link = session.people.for(person.key)
  if (link.id === undefined && !person.active) return
  const wanted = dialect.valuesOf(person)
  const switches = isDeactivation(session, person)
  if (switches && (policy.leavers !== 'disable' || atOnce || session.deletionsHeld)) return
  if (dialect.isGone?.(person)) return
  if (!person.assigned && policy.skipOutOfScope) return
  if (link.unmanaged && !person.assigned) return
  yield* provision(session, link, wanted, kindOf(session, person, atOnce), found)
  link.unmanaged = !person.assigned && link.sent.get('active') === false
}

function kindOf(session: Session, person: Person, atOnce: boolean): Kind {
  const { policy } = session
  const dialect = atOnce ? { ...session.dialect, ...session.dialect.onDemand } : session.dialect
  const manager = person.manager === undefined ? undefined : session.people.get(person.manager)?.id
  return {
    links: session.people,
    match: policy.matchUsers,
    find: dialect.findUser,
    create: (values) => dialect.createUser(values, manager),
    ...(dialect.namesManagerInCreate && manager !== undefined ? { manager } : {}),
    unreadable: dialect.unreadable,
    read: dialect.readUser && ((id) => (dialect.readUser as NonNullable<typeof dialect.readUser>)(id)),
    change: (update) => {
      const status = update.changes.filter(({ attribute }) => attribute === 'active')
      const others = update.changes.filter(({ attribute }) => attribute !== 'active')
      if (!dialect.changeStatus || status.length === 0) return dialect.changeUser(update)
      return [
        ...dialect.changeStatus({ ...update, changes: status }),
        ...(others.length > 0 ? dialect.changeUser({ ...update, changes: others }) : []),
      ]
    },
  }
}

/** Whether the account works in the target and shall not any more. */
export function isDeactivation(session: Session, person: Person): boolean {
  return (
    session.dialect.valuesOf(person).get('active') === false &&
    session.people.get(person.key)?.sent.get('active') === true
  )
}

/** Switches off an account whose person is gone, where the dialect deletes nothing. */
export function* switchOff(session: Session, link: Link): Asking<void> {
  if (link.sent.get('active') !== true) return
  const wanted: Values = new Map(link.sent).set('active', false)
  const gone: Person = {
    key: link.key,
    attributes: {},
    account: 'disabled',
    assigned: true,
    active: false,
  }
  const kind = kindOf(session, gone, false)
  if (!kind.read) return yield* change(session, link, wanted, kind, undefined)
  yield* provision(session, link, wanted, kind)
}
