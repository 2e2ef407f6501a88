import type { Exchanges, Phase } from '../dialect.ts'
import type { Directory, Person } from '../directory/directory.ts'
import type { Event } from '../directory/event.ts'
import { deactivateUsers, isDeactivation, provisionUser, provisionUsers } from './accounts.ts'
import { deleteAll } from './deletions.ts'
import { provisionGroup, provisionGroups } from './groups.ts'
import type { Link } from './link.ts'
import { setManagers } from './managers.ts'
import { changeMemberships, joinAtOnce } from './memberships.ts'
import { type Asking, CycleStopped, type Session } from './session.ts'
import { type Touched, touchedBy } from './touched.ts'

const PHASES: Readonly<
  Record<Phase, (session: Session, directory: Directory, touched?: Touched) => Asking<void>>
> = {
  users: provisionUsers,
  deactivations: deactivateUsers,
  groups: provisionGroups,
  managers: setManagers,
  memberships: changeMemberships,
  deletions: deleteAll,
}

/** Phases that look for what is there before they write. */
const LOOKS: ReadonlySet<Phase> = new Set(['users', 'groups'])

/** One synchronisation. False where it could not go through: then there is nothing to compare. */
export function* cycle(session: Session, directory: Directory): Asking<boolean> {
  if (session.clock.gaveUp) {
    session.problem('connection', 'the job was given up after its time in quarantine')
    return false
  }
  const { scope, assignedGroups } = session.policy
  if (scope || assignedGroups) session.shows(session.dialect.scoping)
  return yield* guarded(session, function* () {
    if (!(yield* probe(session))) return false
    if (session.dialect.importsBeforeCycle) yield* readAll(session)
    holdDeletions(session, directory)
    yield* allPhases(session, directory)
    if (session.network.isDown) return false
    session.gates.cycleDone()
    if (session.isOverThreshold) suspend(session, 'too many objects failed')
    else if (!session.deletionsHeld) session.clock.release()
    return true
  })
}

/**
 * What a provider does that sends every event on its way at once. Where nothing was left undone before, only those are
 * looked at whom the event is about: with everybody, a story would take time by the square of its people.
 */
export function* provisionNow(session: Session, directory: Directory, event: Event): Asking<void> {
  if (session.gates.areClosed) return
  const touched = session.isSettled ? touchedBy(event) : undefined
  session.isSettled = !session.network.isDown
  yield* guarded(session, function* () {
    yield* allPhases(session, directory, touched)
    return true
  })
}

/** One person at once, at an administrator's wish: never disables or deletes (ENT-202). */
export function* onDemand(session: Session, directory: Directory, key: string): Asking<void> {
  yield* guarded(session, function* () {
    const person = directory.people.get(key)
    if (person === undefined || !(yield* probe(session))) return false
    const link = session.people.for(key)
    if (!link.lost) yield* provisionOnDemand(session, person, link)
    // A link that points to nothing is made anew (ENT-092).
    if (link.lost) {
      session.people.dropId(link)
      yield* provisionOnDemand(session, person, link)
    }
    return true
  })
}

/** Whatever was sent before; a provider that reads first looks at the account in any case (ENT-049). */
function* provisionOnDemand(session: Session, person: Person, link: Link): Asking<void> {
  link.retryAt = 0
  if (session.dialect.readUser) link.sent = new Map(link.sent).set('userName', '')
  yield* provisionUser(session, person, { atOnce: true })
}

/** A group at once with some of its members: made, linked or renamed, and they are put in (ENT-165, ENT-202). */
export function* groupOnDemand(
  session: Session,
  directory: Directory,
  key: string,
  members: readonly string[],
): Asking<void> {
  yield* guarded(session, function* () {
    const group = directory.groups.get(key)
    if (group === undefined || !(yield* probe(session))) return false
    const link = session.groups.for(key)
    link.retryAt = 0
    if (link.id !== undefined && session.dialect.readGroup)
      link.sent = new Map(link.sent).set('displayName', '')
    yield* provisionGroup(session, group, true)
    yield* joinAtOnce(session, directory, group, members)
    return true
  })
}

function* readAll(session: Session): Asking<void> {
  const { readAll: pages } = session.dialect
  const purpose = { object: 'connection', doing: 'import', keys: [] }
  if (pages) yield* session.follow(session.imported.listening(pages()), purpose)
}

/** An import at an administrator's wish. */
export function* importNow(session: Session): Asking<void> {
  yield* guarded(session, function* () {
    yield* readAll(session)
    return true
  })
}

/** The test of a connection that is set up. What stands in its way is reported, and the story goes on all the same. */
export function* connect(session: Session, name: (word: string) => string): Asking<void> {
  const { connect: test } = session.dialect
  if (!test) return
  let refused: number | undefined
  const exchanges = (function* (): Exchanges {
    refused = (yield* test(name)) ?? undefined
  })()
  yield* guarded(session, function* () {
    return yield* session.follow(exchanges, { object: 'connection', doing: 'connect', keys: [] })
  })
  const step = session.trail.refusals().findLast(({ answer }) => answer === refused)?.step
  if (refused === undefined || step === undefined) return
  session.problem('connection', `the test of the connection was answered ${refused}`)
  session.diverge({
    object: 'connection',
    attribute: 'answer',
    expected: 200,
    actual: refused,
    cost: 'provisioning blocked',
    step,
  })
}

function* allPhases(session: Session, directory: Directory, touched?: Touched): Asking<void> {
  for (const phase of session.dialect.phases) {
    // Nothing arrives any more: the provider notes failures for the rest, which comes to the same.
    if (session.network.isDown) return
    if (session.gates.areClosed && !LOOKS.has(phase)) continue
    yield* PHASES[phase](session, directory, touched)
  }
}

function* guarded(session: Session, work: () => Asking<boolean>): Asking<boolean> {
  try {
    return yield* work()
  } catch (error) {
    if (!(error instanceof CycleStopped)) throw error
    session.clock.quarantine()
    reportStop(session, error.message, error.step)
    return false
  }
}

const AWAITS_APPROVAL = 'its deletion waits for approval'

/** More people would be switched off or deleted than an administrator thought possible (ENT-210). */
function holdDeletions(session: Session, { people }: Directory): void {
  const { accidentalDeletions: most } = session.policy
  // Nearly always: nobody has to be looked at then.
  const leaving =
    most === Number.POSITIVE_INFINITY
      ? []
      : [...session.people.values()].filter((link) => {
          if (link.id === undefined || link.deleted || link.unmanaged) return false
          const person = people.get(link.key)
          return person === undefined || isDeactivation(session, person)
        })
  const tooMany = leaving.length > most
  session.deletionsHeld = tooMany && !session.deletionsApproved
  if (!tooMany) session.deletionsApproved = false
  for (const link of session.people.values()) if (link.held === AWAITS_APPROVAL) link.held = undefined
  if (session.deletionsHeld) for (const link of leaving) link.held ??= AWAITS_APPROVAL
  if (session.deletionsHeld)
    suspend(session, `${leaving.length} accounts would be disabled or deleted: held back until approved`)
}

function suspend(session: Session, why: string): void {
  session.clock.quarantine()
  session.problem('connection', `quarantine: ${why}`)
}

function* probe(session: Session): Asking<boolean> {
  const { dialect, policy } = session
  for (const draft of dialect.probe((word) => session.guid(word), policy)) {
    const answer = yield* session.send(draft, { object: 'connection', doing: 'probe', keys: [] })
    if (answer.status === 200) continue
    if (dialect.failedProbe === 'go on') {
      session.problem('connection', `probe answered ${answer.status}`)
      continue
    }
    session.clock.quarantine()
    session.trail.blame(answer.step, [], 'the probe was not answered with 200')
    reportStop(session, `probe answered ${answer.status}`, answer.step)
    return false
  }
  return true
}

/** The job goes into quarantine; the next synchronisation tries again. A network that is down is not the target's fault. */
export function reportStop(session: Session, why: string, step: number): void {
  session.problem('connection', `the cycle stopped: ${why}`)
  if (session.network.isDown || step < 0) return
  const footprint = session.trail.at(step)
  session.diverge({
    object: 'connection',
    attribute: 'answer',
    expected: 200,
    actual: footprint?.answer ?? 401,
    cost: 'provisioning blocked',
    step,
    ...(footprint ? {} : { requirement: 'sim/answers' }),
  })
}
