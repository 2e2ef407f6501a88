import * as groups from './converge/groups.ts'
import { compareList } from './converge/lists.ts'
import * as people from './converge/people.ts'
import type { Directory } from './directory/directory.ts'
import { reportStop } from './engine/cycle.ts'
import { inParts } from './engine/in-parts.ts'
import { type Asking, CycleStopped, type Session } from './engine/session.ts'

/** So many people, or groups, are read back at a time. */
const TOGETHER = 16

/**
 * Reads back everything that the provider owns and compares it with the directory, as far as this dialect conveys it.
 * People first: what is wrong with a person explains what is wrong with a membership, and not the other way round.
 */
export function* converge(session: Session, directory: Directory): Asking<void> {
  try {
    for (const persons of inParts(directory.people.values(), TOGETHER)) {
      session.willRead(persons.flatMap((person) => people.readsOf(session, person)))
      for (const person of persons) yield* people.comparePerson(session, person, directory)
    }
    for (const link of session.people.values()) {
      if (!directory.people.has(link.key)) yield* people.confirmPersonGone(session, link)
    }
    for (const some of inParts(groups.innerFirst(directory), TOGETHER)) {
      session.willRead(some.flatMap((group) => groups.readsOf(session, group)))
      for (const group of some) yield* groups.compareGroup(session, group, directory)
    }
    for (const link of session.groups.values()) {
      if (!directory.groups.has(link.key)) yield* groups.confirmGroupGone(session, link)
    }
    yield* compareList(session, session.people, '/Users')
    yield* compareList(session, session.groups, '/Groups')
  } catch (error) {
    if (!(error instanceof CycleStopped)) throw error
    reportStop(session, error.message, error.step)
    return
  } finally {
    // What was not asked for, since a read failed, is no answer to what the provider asks later.
    session.willRead([])
  }
  session.complete = true
  reportRefusals(session)
}

/** A refused request counts by itself only where it explains no difference of its object. */
function reportRefusals(session: Session): void {
  for (const { object, step, answer } of session.trail.refusals()) {
    if (session.differs(object) || session.muted.has(object) || isExcused(session, object)) continue
    session.diverge({
      object,
      attribute: 'answer',
      expected: 200,
      actual: answer,
      cost: 'provisioning blocked',
      step,
    })
  }
}

function isExcused(session: Session, object: string): boolean {
  return session.isDisturbed(object) || session.linkOf(object)?.held !== undefined
}
