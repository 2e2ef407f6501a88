import type { MembershipDraft } from '../dialect.ts'
import type { Directory } from '../directory/directory.ts'
import { nameOf } from './provision.ts'
import type { Asking, Link, Session } from './session.ts'

interface Difference {
  readonly link: Link
  readonly leaving: readonly string[]
  readonly joining: readonly string[]
}

/** Members follow when users and groups exist; who is not linked is skipped (ENT-161). */
export function* changeMemberships(session: Session, directory: Directory): Asking<void> {
  const differences = differencesOf(session, directory)
  if (session.dialect.memberships === 'group by group') {
    for (const difference of differences) {
      if (!(yield* readFirst(session, difference))) continue
      yield* quit(session, difference)
      yield* join(session, difference)
    }
    return
  }
  for (const difference of differences) yield* quit(session, difference)
  for (const difference of differences) yield* join(session, difference)
}

function differencesOf(session: Session, { groups, people }: Directory): Difference[] {
  return [...groups.values()].flatMap((group) => {
    const link = session.groups.get(group.key)
    if (link?.id === undefined || link.lost) return []
    const leaving = [...link.members].filter((key) => !group.members.has(key) && isLinked(session, key))
    const joining = [...group.members].filter(
      (key) => !link.members.has(key) && people.get(key)?.active === true && isLinked(session, key),
    )
    return leaving.length + joining.length > 0 ? [{ link, leaving, joining }] : []
  })
}

export function isLinked(session: Session, key: string): boolean {
  const link = session.people.get(key)
  return link?.id !== undefined && !link.lost && !link.deleted
}

function* readFirst(session: Session, { link, leaving, joining }: Difference): Asking<boolean> {
  const { dialect } = session
  if (!dialect.readGroup) return true
  const object = nameOf(link)
  const draft = dialect.readGroup(link.id as string)
  const answer = yield* session.send(draft, { object, doing: 'read', keys: [link.key] })
  if (answer.status === 200) return true
  link.lost = answer.status === 404
  const why = 'the group could not be read before its members were changed'
  session.trail.blame(answer.step, [...leaving, ...joining].map(memberAttribute), why)
  session.problem(object, `${why}: ${answer.status}`)
  return false
}

function* quit(session: Session, { link, leaving }: Difference): Asking<void> {
  const keys = byId(session, leaving)
  for (const draft of session.dialect.quit(link.id as string, [...keys.keys()])) {
    const about = keysOf(draft, keys)
    if (yield* apply(session, link, draft, about)) for (const key of about) link.members.delete(key)
  }
}

function* join(session: Session, { link, joining }: Difference): Asking<void> {
  const keys = byId(session, joining)
  for (const draft of session.dialect.join(link.id as string, [...keys.keys()])) {
    const about = keysOf(draft, keys)
    if (!(yield* apply(session, link, draft, about))) continue
    for (const key of about) {
      link.members.add(key)
      link.everMembers.add(key)
    }
  }
}

function* apply(session: Session, link: Link, draft: MembershipDraft, about: string[]): Asking<boolean> {
  const object = nameOf(link)
  const attributes = ['members', ...about.map(memberAttribute)]
  const answer = yield* session.send(draft, {
    object,
    doing: 'change members',
    keys: [link.key, ...about],
    attributes,
  })
  if (!answer.ok) session.problem(object, `change of members answered ${answer.status}`)
  return answer.ok
}

/** The name under which the trail keeps who was addressed. */
export function memberAttribute(key: string): string {
  return `members:${key}`
}

function byId(session: Session, keys: readonly string[]): Map<string, string> {
  return new Map(keys.map((key) => [session.people.get(key)?.id as string, key]))
}

function keysOf(draft: MembershipDraft, keys: ReadonlyMap<string, string>): string[] {
  return draft.about.flatMap((id) => keys.get(id) ?? [])
}
