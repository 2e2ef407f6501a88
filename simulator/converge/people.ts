import { isObject, type Json, member, type ScimRequest } from '#scim'
import { at } from '../dialect.ts'
import type { Directory, Person } from '../directory/directory.ts'
import { hitsOf } from '../engine/answers.ts'
import { type Link, nameOf } from '../engine/link.ts'
import { MANAGER } from '../engine/managers.ts'
import { type Answer, type Asking, plainRead, type Session } from '../engine/session.ts'
import { assigned, type Conveyed, rolesOf, valueIn } from '../wire/attribute.ts'
import { compareAttribute, type Expected } from './compare.ts'
import { canBeCompared, confirmGone, isReadable, reportMissing } from './existence.ts'
import { findNamesake, hasNamesake, searchFor } from './namesake.ts'

/** Compares one person's account, and looks for it by userName. */
export function* comparePerson(session: Session, person: Person, directory: Directory): Asking<void> {
  const link = session.people.get(person.key)
  if (link && hasNamesake(link) && person.active)
    return yield* findNamesake(session, link, session.dialect.valuesOf(person))
  if (!link || !canBeCompared(session, link) || wasNeverDue(person, link)) return
  if (link.deleted && !person.active) return yield* confirmPersonGone(session, link)
  if (link.id === undefined) return reportMissing(session, link, 'provisioning blocked')
  const answer = yield* session.readBack(at('/Users', link.id), nameOf(link))
  if (!isReadable(session, link, answer)) return
  compareAttributes(session, person, link, { answer, directory })
  compareManager(session, link, answer.body)
  yield* findByName(session, link, answer)
}

/** What `comparePerson` will read, where the account is as it should be. */
export function readsOf(session: Session, person: Person): ScimRequest[] {
  const link = session.people.get(person.key)
  if (link?.id === undefined || !canBeCompared(session, link)) return []
  if (link.deleted && !person.active) return []
  return [plainRead(at('/Users', link.id)), plainRead(searchFor('person', nameSought(link)))]
}

/** Nobody missed an account whose owner was switched off before having one. */
const wasNeverDue = ({ active }: Person, { id }: Link): boolean => id === undefined && !active

export function* confirmPersonGone(session: Session, link: Link): Asking<void> {
  if (link.held !== undefined || session.isDisturbed(nameOf(link))) return
  // What the dialect never deletes stays, switched off.
  if (!link.deleted && link.id !== undefined && staysBehind(session, link))
    return yield* confirmOff(session, link)
  if (session.seen.get(nameOf(link)) === null) return
  if (!(yield* confirmGone(session, link, '/Users'))) return
  const answer = yield* search(session, link)
  const found = (hitsOf(answer.body) ?? []).some((hit) => member(hit, 'id') === link.id)
  if (answer.ok) session.comparisons += 1
  if (answer.ok && found) stillListed(session, link)
}

function staysBehind({ dialect, policy }: Session, link: Link): boolean {
  return dialect.deleteUser === undefined || link.unmanaged || policy.leavers === 'leave'
}

function* confirmOff(session: Session, link: Link): Asking<void> {
  const object = nameOf(link)
  if (session.seen.get(object) === null) return
  const answer = yield* session.readBack(at('/Users', link.id as string), object)
  if (!isReadable(session, link, answer)) return
  const expected = link.sent.get('active')
  if (expected === undefined) return
  const actual = valueIn(answer.body, 'active')
  compareAttribute(session, object, { name: 'active', expected, actual, isOthers: () => false })
}

interface Read {
  readonly answer: Answer
  readonly directory: Directory
}

function compareAttributes(session: Session, person: Person, link: Link, { answer, directory }: Read): void {
  for (const [name, expected] of expectedOf(session, person, link))
    compareAttribute(session, nameOf(link), {
      name,
      expected,
      actual: shownOf(session, name, expected, answer.body),
      isOthers: (value) => isOthers(session, person, name, value, directory),
    })
}

/** Where values pile up, only those that are wanted now; if there are none of them, all. */
function shownOf(
  { dialect }: Session,
  name: Conveyed,
  expected: Expected,
  body: Json | undefined,
): Json | undefined {
  const found = valueIn(body, name)
  if (!dialect.pilesUp?.includes(name) || typeof found !== 'string') return found
  const wanted = rolesOf(expected)
  const kept = rolesOf(found).filter((one) => wanted.includes(one))
  return kept.length > 0 ? kept.join(', ') : found
}

function expectedOf(session: Session, person: Person, link: Link): Map<Conveyed, Expected> {
  const { skipOutOfScope, leavers } = session.policy
  const isLeftAlone =
    (!person.assigned && (skipOutOfScope || link.unmanaged)) || (!person.active && leavers === 'leave')
  if (isLeftAlone) return new Map(link.sent)
  const expected = new Map<Conveyed, Expected>(session.dialect.valuesOf(person))
  for (const name of session.dialect.onlyAtCreation ?? []) expected.delete(name)
  if (!session.dialect.clears) return expected
  for (const name of link.ever) if (!expected.has(name)) expected.set(name, null)
  return expected
}

/** Names may be alike by chance; userName and externalId are one person's. */
function isOthers(
  session: Session,
  person: Person,
  name: Conveyed,
  value: string,
  { people }: Directory,
): boolean {
  if (name !== 'userName' && name !== 'externalId') return false
  return [...people.values()].some(
    (other) => other.key !== person.key && session.dialect.valuesOf(other).get(name) === value,
  )
}

function compareManager(session: Session, link: Link, body: Json | undefined): void {
  if (link.manager === undefined) return
  session.comparisons += 1
  const object = nameOf(link)
  const [urn, name] = [MANAGER.slice(0, MANAGER.lastIndexOf(':')), 'manager']
  const value = member(member(body, urn), name)
  const actual = assigned(isObject(value) ? member(value, 'value') : value)
  if (link.manager === (actual ?? null) && (link.manager === null || isObject(value))) {
    session.agree(object, MANAGER)
    return
  }
  const keyOf = (id: Json | undefined) =>
    typeof id === 'string' ? session.people.withId(id)?.key : undefined
  const step = session.trail.causeOf(object, MANAGER)
  session.diverge({
    object,
    attribute: MANAGER,
    expected: link.manager === null ? null : { value: keyOf(link.manager) ?? link.manager },
    actual: actual === undefined ? undefined : isObject(value) ? { value: keyOf(actual) ?? actual } : actual,
    cost: link.manager === actual ? 'cosmetic' : 'data lost',
    ...(step === undefined ? {} : { step }),
  })
}

const BY_NAME = 'found by userName'

/** The next cycle of a provider that lost its links would begin like this. */
function* findByName(session: Session, link: Link, { body }: Answer): Asking<void> {
  const object = nameOf(link)
  const answer = yield* search(session, link)
  const hits = answer.ok ? hitsOf(answer.body) : undefined
  if (!hits || session.differs(object, 'userName')) return
  session.comparisons += 1
  const ids = hits.map((hit) => member(hit, 'id') ?? null)
  if (ids.length === 1 && ids[0] === link.id) return session.agree(object, 'userName', BY_NAME)
  if (String(member(body, 'userName')).toLowerCase() !== nameSought(link).toLowerCase()) return
  const extra = ids.length > 0
  session.diverge(
    {
      object: extra ? 'connection' : object,
      attribute: extra ? 'answer' : 'userName',
      expected: extra ? 'one hit' : nameSought(link),
      actual: extra ? `${ids.length} hits` : undefined,
      cost: extra ? 'wrong access' : 'provisioning blocked',
      step: answer.step,
      requirement: 'sim/converges',
      note: extra
        ? 'a filter on userName found others than the one who has the name'
        : 'reading by id shows the account, a filter on userName does not find it',
    },
    BY_NAME,
  )
}

function* search(session: Session, link: Link): Asking<Answer> {
  return yield* session.readBack(searchFor('person', nameSought(link)), nameOf(link))
}

function nameSought(link: Link): string {
  return String(link.sent.get('userName') ?? '')
}

function stillListed(session: Session, link: Link): void {
  const step = session.trail.causeOf(nameOf(link), 'existence')
  session.diverge({
    object: nameOf(link),
    attribute: 'existence',
    expected: 'gone',
    actual: 'found by a filter on userName',
    cost: 'access not revoked',
    ...(step === undefined ? {} : { step }),
  })
}
