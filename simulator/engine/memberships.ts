import { isObject, type JsonObject } from '#scim'
import type { MembershipChange, MembershipDraft } from '../dialect.ts'
import type { Directory, Group } from '../directory/directory.ts'
import { groupValues } from './groups.ts'
import { type Link, nameOf } from './link.ts'
import { isInner, memberLink, memberWithId, storyKey } from './members.ts'
import { isSkipped, tellSkipped } from './references.ts'
import type { Asking, Session } from './session.ts'
import type { Touched } from './touched.ts'
import { tellInner } from './view.ts'

interface Difference {
  readonly link: Link
  readonly group: Group
  /** Keys of persons, and `group nurses` for a whole group. */
  readonly leaving: readonly string[]
  readonly joining: readonly string[]
}

/** Members follow when users and groups exist; who is not linked is skipped (ENT-161). @param directory as the provider sees it */
export function* changeMemberships(session: Session, directory: Directory, touched?: Touched): Asking<void> {
  tellInner(session, directory)
  skipMembers(session, directory, touched)
  const differences = differencesOf(session, directory, touched)
  if (session.dialect.memberships === 'group by group') {
    for (const difference of differences) {
      const current = yield* readFirst(session, difference)
      if (current === 'unreadable') continue
      const { removals, additions } = draftsFor(session, difference, current)
      yield* applyAll(session, difference, removals)
      yield* applyAll(session, difference, additions)
    }
    return
  }
  for (const difference of differences)
    yield* applyAll(session, difference, draftsFor(session, difference, undefined).removals)
  for (const difference of differences)
    yield* applyAll(session, difference, draftsFor(session, difference, undefined).additions)
}

/** The whole group once more, whatever was sent before. */
export function* pushGroup(session: Session, group: Group): Asking<void> {
  const link = session.groups.get(group.key)
  if (link?.id === undefined || link.lost || !session.dialect.pushGroup) return
  const joining = [...group.members].filter((key) => isLinked(session, key))
  const difference = { link, group, joining, leaving: [] }
  yield* applyAll(
    session,
    difference,
    session.dialect.pushGroup(membershipChange(session, difference, undefined)),
  )
}

/** Some of its members at an administrator's wish: nobody is taken out, and who has no account is left out (ENT-202). */
export function* joinAtOnce(
  session: Session,
  { people }: Directory,
  group: Group,
  chosen: readonly string[],
): Asking<void> {
  const link = session.groups.get(group.key)
  if (link?.id === undefined || link.lost || link.held !== undefined) return
  const missing = chosen.filter((key) => group.members.has(key) && !link.members.has(key))
  const joining = missing.filter((key) => isLinked(session, key) && people.get(key)?.active === true)
  for (const key of missing)
    if (!joining.includes(key)) session.problem(nameOf(link), `${key} has no account that works: left out`)
  if (joining.length === 0) return
  const difference = { link, group, joining, leaving: [] }
  const { changeMembers } = { ...session.dialect, ...session.dialect.onDemand }
  const { additions } = changeMembers(membershipChange(session, difference, undefined))
  yield* applyAll(session, difference, additions)
}

/** Who is out of scope when due, where the provider does not come back to them by itself. */
function skipMembers(session: Session, directory: Directory, touched: Touched): void {
  for (const { key, members } of directory.groups.values()) {
    const link = session.groups.get(key)
    if (link?.id === undefined) continue
    for (const member of link.skippedMembers) if (!members.has(member)) link.skippedMembers.delete(member)
    for (const member of among(members, touched)) {
      if (link.skippedMembers.has(member) || isLinked(session, member)) continue
      if (!isSkipped(session, directory, member)) continue
      link.skippedMembers.add(member)
      tellSkipped(session, link, member)
    }
  }
}

/** The members, or those of them whom it is about. */
const among = (members: ReadonlySet<string>, touched: Touched): Iterable<string> =>
  touched ? touched.filter((key) => members.has(key)) : members

function differencesOf(session: Session, { groups, people }: Directory, touched: Touched): Difference[] {
  return [...groups.values()].flatMap((group) => {
    const link = session.groups.get(group.key)
    if (link?.id === undefined || link.lost || link.held !== undefined) return []
    const leaving = [...among(link.members, touched)].filter(
      (key) => !group.members.has(key) && isLinked(session, key),
    )
    const joining = [...among(group.members, touched)].filter(
      (key) =>
        !link.members.has(key) &&
        !link.skippedMembers.has(key) &&
        (isInner(key) || people.get(key)?.active === true) &&
        isLinked(session, key),
    )
    return leaving.length + joining.length > 0 ? [{ link, group, leaving, joining }] : []
  })
}

export function isLinked(session: Session, key: string): boolean {
  const link = memberLink(session, key)
  return link?.id !== undefined && !link.lost && !link.deleted
}

function* readFirst(
  session: Session,
  { link, leaving, joining }: Difference,
): Asking<JsonObject | undefined | 'unreadable'> {
  const { dialect } = session
  if (!dialect.readGroup) return undefined
  const object = nameOf(link)
  const draft = dialect.readGroup(link.id as string)
  const answer = yield* session.send(draft, { object, doing: 'read', keys: [link.key] })
  if (answer.status === 200) return isObject(answer.body) ? answer.body : undefined
  link.lost = answer.status === 404
  const why = 'the group could not be read before its members were changed'
  session.trail.blame(answer.step, [...leaving, ...joining].map(memberAttribute), why)
  session.failure(link, `${why}: ${answer.status}`)
  return 'unreadable'
}

function draftsFor(session: Session, difference: Difference, current: JsonObject | undefined) {
  return session.dialect.changeMembers(membershipChange(session, difference, current))
}

function membershipChange(
  session: Session,
  { link, group, leaving, joining }: Difference,
  current: JsonObject | undefined,
): MembershipChange {
  const idOf = (key: string) => memberLink(session, key)?.id as string
  return {
    id: link.id as string,
    values: groupValues(session, group),
    joining: joining.map(idOf),
    leaving: leaving.map(idOf),
    // Made for who puts all of them: there may be thousands.
    get members() {
      const stay = [...link.members].filter((key) => !leaving.includes(key) && isLinked(session, key))
      return [...new Set([...stay, ...joining])].map(idOf)
    },
    current,
    isFound: link.found === true && link.members.size === 0,
    nameOf: (id) => session.nameOfId(id),
    perRequest: session.policy.membersPerRequest,
  }
}

function* applyAll(
  session: Session,
  { link, leaving }: Difference,
  drafts: readonly MembershipDraft[],
): Asking<void> {
  const gone = new Set(leaving)
  for (const draft of drafts) {
    const about = draft.about.flatMap((id) => memberWithId(session, id) ?? [])
    if (!(yield* apply(session, link, draft, about))) {
      // What is about nobody leads up to the rest, which waits with it.
      if (draft.about.length === 0) return
      continue
    }
    for (const key of about) {
      if (gone.has(key)) link.members.delete(key)
      else {
        link.members.add(key)
        link.driftedMembers.delete(key)
      }
    }
  }
}

function* apply(session: Session, link: Link, draft: MembershipDraft, about: string[]): Asking<boolean> {
  const object = nameOf(link)
  const attributes = ['members', ...about.map(memberAttribute)]
  const { habit } = session.dialect.nestedGroups
  const shaped = about.some(isInner) ? { ...draft, habits: [...draft.habits, habit] } : draft
  const answer = yield* session.send(shaped, {
    object,
    doing: 'change members',
    keys: [link.key, ...about.map(storyKey)],
    attributes,
  })
  if (!answer.ok) session.problem(object, `change of members answered ${answer.status}`)
  return answer.ok
}

/** The name under which the trail keeps who was addressed. */
export function memberAttribute(key: string): string {
  return `members:${key}`
}
