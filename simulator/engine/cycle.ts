import type { Phase } from '../dialect.ts'
import type { Directory } from '../directory/directory.ts'
import { deactivateUsers, provisionUsers } from './accounts.ts'
import { deleteAll } from './deletions.ts'
import { provisionGroups } from './groups.ts'
import { setManagers } from './managers.ts'
import { changeMemberships } from './memberships.ts'
import { type Asking, CycleStopped, type Session } from './session.ts'

const PHASES: Readonly<Record<Phase, (session: Session, directory: Directory) => Asking<void>>> = {
  users: provisionUsers,
  deactivations: deactivateUsers,
  groups: provisionGroups,
  managers: setManagers,
  memberships: changeMemberships,
  deletions: deleteAll,
}

/** One synchronisation. False where it could not go through: then there is nothing to compare. */
export function* cycle(session: Session, directory: Directory): Asking<boolean> {
  try {
    if (!(yield* probe(session))) return false
    for (const phase of session.dialect.phases) yield* PHASES[phase](session, directory)
    return true
  } catch (error) {
    if (!(error instanceof CycleStopped)) throw error
    reportStop(session, error.message, error.step)
    return false
  }
}

function* probe(session: Session): Asking<boolean> {
  for (const draft of session.dialect.probe((word) => session.guid(word))) {
    const answer = yield* session.send(draft, { object: 'connection', doing: 'probe', keys: [] })
    if (answer.status === 200) continue
    if (session.dialect.failedProbe === 'go on') {
      session.problem('connection', `probe answered ${answer.status}`)
      continue
    }
    session.trail.blame(answer.step, [], 'the probe was not answered with 200')
    reportStop(session, `probe answered ${answer.status}`, answer.step)
    return false
  }
  return true
}

/** The job goes into quarantine; the next synchronisation tries again. */
export function reportStop(session: Session, why: string, step: number): void {
  session.problem('connection', `the cycle stopped: ${why}`)
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
