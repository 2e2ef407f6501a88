import { type Json, member, type ScimRequest, withQuery } from '#scim'
import { at } from '../dialect.ts'
import type { Directory, Group } from '../directory/directory.ts'
import { groupValues } from '../engine/groups.ts'
import { type Link, nameOf } from '../engine/link.ts'
import { isInner, memberLink, memberWithId, objectOf, storyKey } from '../engine/members.ts'
import { isLinked, memberAttribute } from '../engine/memberships.ts'
import { type Asking, plainRead, type Session } from '../engine/session.ts'
import { valueIn } from '../wire/attribute.ts'
import { compareAttribute } from './compare.ts'
import { canBeCompared, confirmGone, isReadable, reportMissing } from './existence.ts'
import { findNamesake, hasNamesake } from './namesake.ts'

export function* compareGroup(session: Session, group: Group, directory: Directory): Asking<void> {
  const link = session.groups.get(group.key)
  if (link && hasNamesake(link)) return yield* findNamesake(session, link, groupValues(session, group))
  if (!link || !canBeCompared(session, link)) return
  if (link.id === undefined) return reportMissing(session, link, 'provisioning blocked')
  const answer = yield* session.readBack(at('/Groups', link.id), nameOf(link))
  if (!isReadable(session, link, answer)) return
  compareAttributes(session, group, link, answer.body)
  const own = ownMembers(session, group, link, directory)
  const found = yield* membersOf(session, link, answer.body, own.length + link.othersMembers.size > 0)
  if (found) compareMembers(session, group, link, { ...found, own, directory })
  else reportUnseen(session, link, own)
}

/** What `compareGroup` will read first. */
export function readsOf(session: Session, group: Group): ScimRequest[] {
  const link = session.groups.get(group.key)
  return link?.id !== undefined && canBeCompared(session, link) ? [plainRead(at('/Groups', link.id))] : []
}

/** What is wrong with a group explains what is wrong with its membership in another, so it comes before that one. */
export function* innerFirst({ groups }: Directory): Generator<Group> {
  const done = new Set<string>()
  function* visit(key: string): Generator<Group> {
    const group = groups.get(key)
    if (!group || done.has(key)) return
    done.add(key)
    for (const inner of group.inner) yield* visit(inner)
    yield group
  }
  for (const key of groups.keys()) yield* visit(key)
}

/** Lawful (AMB-026), and as good as nothing: whether anybody came in or went out cannot be shown. Said once. */
function reportUnseen(session: Session, link: Link, own: readonly string[]): void {
  session.problem(nameOf(link), 'the target shows no members, so they could not be compared')
  if (session.saidUnseen) return
  session.saidUnseen = true
  const object = nameOf(link)
  const step = session.trail.causeOf(object, 'members')
  session.diverge({
    object,
    attribute: 'members',
    expected: [...own].sort(),
    actual: undefined,
    cost: 'data lost',
    requirement: 'sim/tolerates-habits',
    note: 'neither groups nor users show who is in which group: what was sent cannot be confirmed',
    ...(step === undefined ? {} : { step }),
  })
}

export function* confirmGroupGone(session: Session, link: Link): Asking<void> {
  const object = nameOf(link)
  if (session.seen.get(object) !== null && !session.isDisturbed(object))
    yield* confirmGone(session, link, '/Groups')
}

function compareAttributes(session: Session, group: Group, link: Link, body: Json | undefined): void {
  for (const [name, expected] of groupValues(session, group))
    compareAttribute(session, nameOf(link), {
      name,
      expected,
      actual: valueIn(body, name),
      isOthers: () => false,
    })
}

/** A target may leave members out unless they are asked for, or show them from the users' side alone (AMB-026). */
function* membersOf(
  session: Session,
  link: Link,
  body: Json | undefined,
  expectsSome: boolean,
): Asking<Shown | undefined> {
  const found = member(body, 'members')
  if (Array.isArray(found)) session.showsMembers = true
  if (found !== undefined || !expectsSome) return { members: idsIn(found), side: 'group' }
  const path = withQuery(at('/Groups', link.id as string), { attributes: 'members' })
  const answer = yield* session.readBack(path, nameOf(link))
  const asked = answer.ok ? member(answer.body, 'members') : undefined
  if (asked !== undefined || session.showsMembers) return { members: idsIn(asked), side: 'group' }
  const members = membersByUsers(session, link)
  return members && { members, side: 'users' }
}

/** Ids of the users who say that they are in the group; `undefined` where no user says anything about groups. */
function membersByUsers(session: Session, link: Link): string[] | undefined {
  const people = [...session.people.values()].filter(({ id }) => id !== undefined)
  const saying = people.flatMap((person) => {
    const groups = session.seen.groupsOf(nameOf(person))
    return groups ? [{ id: person.id as string, groups }] : []
  })
  const isIn = (groups: readonly string[]) => groups.includes(link.id as string)
  return saying.length === 0 ? undefined : saying.filter(({ groups }) => isIn(groups)).map(({ id }) => id)
}

function idsIn(members: Json | undefined): string[] {
  const values = (Array.isArray(members) ? members : []).map((each) => member(each, 'value'))
  return [...new Set(values.filter((value) => typeof value === 'string'))]
}

interface Shown {
  readonly members: readonly string[]
  /** Who says so. Users say nothing of groups that are in groups. */
  readonly side: 'group' | 'users'
}

interface Found extends Shown {
  /** Who should be in it for the provider's part. */
  readonly own: readonly string[]
  readonly directory: Directory
}

function compareMembers(session: Session, group: Group, link: Link, found: Found): void {
  const { members, side, directory } = found
  const own = found.own.filter((key) => side === 'group' || !isInner(key))
  // Whom another source put into the group is none of the provider's business.
  const expected = [...new Set([...own, ...link.othersMembers])]
  const actual = members.map((id) => memberWithId(session, id) ?? session.others.get(id) ?? id)
  const shown = new Set(actual)
  session.comparisons += Math.max(1, new Set([...expected, ...actual]).size)
  const report = reporter(session, link, { expected, actual })
  const object = nameOf(link)
  session.seen.setMembers(object, actual)
  for (const key of expected) {
    if (shown.has(key)) session.agree(object, 'members', `lacks ${key}`)
    else report(`lacks ${key}`, key, 'data lost', `${key} is missing`)
  }
  for (const key of new Set([...actual, ...link.members.ever()])) {
    const isForeign = shown.has(key) && !group.members.has(key) && !link.othersMembers.has(key)
    if (!isForeign) session.agree(object, 'members', `has ${key}`)
    else if (isJudged(session, key, directory)) reportForeign(link, key, report)
  }
}

/** Whom the provider has put in: not who was switched off before coming into the group, or was left out of it for good. */
function ownMembers(session: Session, group: Group, link: Link, { people }: Directory): string[] {
  const isSent = (key: string) =>
    isInner(key) || link.members.everHad(key) || people.get(key)?.active === true
  const isLeftOut = (key: string) => link.driftedMembers.has(key) || link.skippedMembers.has(key)
  return [...group.members].filter((key) => isComparable(session, key) && isSent(key) && !isLeftOut(key))
}

type Report = (
  id: string,
  key: string,
  cost: 'data lost' | 'access not revoked' | 'wrong access',
  note: string,
) => void

function reportForeign(link: Link, key: string, report: Report): void {
  const wasMember = link.members.everHad(key)
  if (wasMember) report(`has ${key}`, key, 'access not revoked', `${key} is still a member`)
  else report(`has ${key}`, key, 'wrong access', `${key} was never a member`)
}

function reporter(
  session: Session,
  link: Link,
  { expected, actual }: { expected: string[]; actual: string[] },
): Report {
  const object = nameOf(link)
  return (id, key, cost, what) => {
    const step = session.trail.causeOfMember(object, memberAttribute(key))
    const why = session.trail.describe(step)
    session.diverge(
      {
        object,
        attribute: 'members',
        expected: [...expected].sort(),
        actual: [...actual].sort().slice(0, 50),
        cost,
        ...(step === undefined ? {} : { step }),
        note: why === undefined ? what : `${what}; ${why}`,
      },
      id,
    )
  }
}

/** What is wrong with the person, or with the inner group, has been said already. */
function isComparable(session: Session, key: string): boolean {
  return isLinked(session, key) && !isUnclear(session, key)
}

/** No rule of the RFCs takes a deleted user out of its groups. */
function isJudged(session: Session, key: string, { people, groups }: Directory): boolean {
  const link = memberLink(session, key)
  const isThere = isInner(key) ? groups.has(storyKey(key)) : people.has(key)
  return link === undefined || (isThere && !link.deleted && !isUnclear(session, key))
}

/** Which account the person has, or which group it is, is in doubt. */
export function isUnclear(session: Session, key: string): boolean {
  const object = objectOf(key)
  return (
    memberLink(session, key)?.held !== undefined ||
    session.isDisturbed(object) ||
    session.muted.has(object) ||
    session.differs(object, 'id') ||
    session.differs(object, 'existence')
  )
}
