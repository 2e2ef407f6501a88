import type { Json } from '#scim'
import { costOf, shown } from './converge/compare.ts'
import { isUnclear } from './converge/groups.ts'
import { entriesOf } from './directory/attributes.ts'
import type { Directory } from './directory/directory.ts'
import { isInner, memberLink } from './engine/members.ts'
import type { Session } from './engine/session.ts'
import { viewOf } from './engine/view.ts'
import type { Cost } from './play.ts'
import type { Expectation } from './scenario/expectation.ts'
import { type Conveyed, patchPath, valueIn } from './wire/attribute.ts'

/**
 * What the scenario expects in the end, held against what was read back last. An object that differs has been reported
 * already, and what could not be read cannot be judged.
 */
export function judgeExpectations(
  session: Session,
  expectations: readonly Expectation[],
  directory: Directory,
): void {
  for (const expectation of expectations) {
    if (expectation.kind === 'gone') judgeGone(session, `${expectation.of} ${expectation.key}`)
    else if (expectation.kind === 'members') judgeMembers(session, expectation, directory)
    else judgeAttributes(session, expectation)
  }
}

/** Those whose bodies must be at hand in the end. */
export function expectedWhole(expectations: readonly Expectation[]): string[] {
  return expectations.flatMap((one) => (one.kind === 'attributes' ? [`person ${one.person}`] : []))
}

function judgeGone(session: Session, object: string): void {
  const found = session.seen.get(object)
  if (found === undefined || session.differs(object) || session.isDisturbed(object)) return
  // Who is never deleted stays behind, which has been looked at already.
  if (object.startsWith('person ') && session.dialect.deleteUser === undefined) return
  session.comparisons += 1
  if (found !== null) fail(session, object, 'existence', ['gone', 'still there'], 'access not revoked')
}

function judgeMembers(
  session: Session,
  { group, has, lacks }: Extract<Expectation, { kind: 'members' }>,
  directory: Directory,
): void {
  const object = `group ${group}`
  const members = session.seen.membersOf(object)
  if (!members || session.differs(object) || session.isDisturbed(object)) return
  session.comparisons += has.length + lacks.length
  for (const key of has) {
    if (members.includes(key) || isUnclear(session, key) || !conveys(session, key)) continue
    fail(session, object, 'members', [`has ${key}`, [...members]], 'data lost')
  }
  for (const key of lacks) {
    const isExplained = isUnclear(session, key) || memberLink(session, key)?.deleted === true
    if (!members.includes(key) || isExplained || standsFor(session, directory, group, key)) continue
    fail(session, object, 'members', [`lacks ${key}`, [...members]], 'access not revoked')
  }
}

/** Not every dialect sends groups as members. */
function conveys({ dialect }: Session, member: string): boolean {
  return !isInner(member) || dialect.nestedGroups.become === 'members'
}

/** Whether somebody is in the group for an inner one that this dialect cannot send. */
function standsFor(session: Session, directory: Directory, group: string, member: string): boolean {
  if (session.dialect.nestedGroups.become !== 'flattened') return false
  const isDirect = directory.groups.get(group)?.members.has(member) === true
  return !isDirect && viewOf(session, directory).groups.get(group)?.members.has(member) === true
}

function judgeAttributes(session: Session, expectation: Extract<Expectation, { kind: 'attributes' }>): void {
  const object = `person ${expectation.person}`
  const body = session.seen.get(object)
  if (body === undefined || session.differs(object) || session.isDisturbed(object)) return
  const isDeleted = body === null && session.people.get(expectation.person)?.deleted === true
  // Some providers delete where others disable: who is gone has no access either.
  if (isDeleted && expectation.active === false) return
  const active = expectation.active === undefined ? [] : [['active', expectation.active] as const]
  const wanted: (readonly [Conveyed, string | boolean | null])[] = [
    ...entriesOf(expectation.attributes),
    ...active,
  ]
  const link = session.people.get(expectation.person)
  for (const [name, expected] of wanted) {
    if (!link?.ever.has(name) || session.dialect.derives?.includes(name)) continue
    session.comparisons += 1
    const actual = valueIn(body, name)
    const cost = costOf(name, expected, actual, () => false)
    const masked = [
      shown(name, expected, 'the identity number as sent') ?? null,
      shown(name, actual, 'another'),
    ]
    if (cost) fail(session, object, patchPath(name), masked as [Json, Json | undefined], cost)
  }
}

function fail(
  session: Session,
  object: string,
  attribute: string,
  [expected, actual]: readonly [Json, Json | undefined],
  cost: Cost,
): void {
  const step = session.trail.causeOf(object, attribute)
  session.diverge({ object, attribute, expected, actual, cost, ...(step === undefined ? {} : { step }) })
}
