import { isObject, type Json, lastSegment, member, sameJson } from '#scim'
import type { Change, Draft } from '../dialect.ts'
import { type Conveyed, patchPath, type Values, valueIn } from '../wire/attribute.ts'
import { hitsOf, usableId } from './answers.ts'
import type { Answer, Asking, Link, Session } from './session.ts'

/** How one kind of object is provisioned. */
export interface Kind {
  find(values: Values): Draft
  create(values: Values): Draft
  read: ((id: string) => Draft) | undefined
  change(id: string, changes: readonly Change[]): Draft
}

export function nameOf(link: Link): string {
  return `${link.kind} ${link.key}`
}

/** The link of an object, made on first sight. */
export function linkFor(links: Map<string, Link>, kind: Link['kind'], key: string): Link {
  const link = links.get(key) ?? {
    kind,
    key,
    sent: new Map(),
    ever: new Set(),
    deleted: false,
    lost: false,
    members: new Set<string>(),
    everMembers: new Set<string>(),
  }
  links.set(key, link)
  return link
}

/** Creates what is not linked, changes what differs; does nothing where nothing changed or all is lost. */
export function* provision(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  if (session.muted.has(nameOf(link))) return
  if (link.id === undefined) yield* matchOrCreate(session, link, wanted, kind)
  else if (!link.lost && !sameValues(link.sent, wanted)) yield* update(session, link, wanted, kind)
}

function* matchOrCreate(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  const match = yield* findOne(session, link, wanted, kind)
  if (match === 'blocked') return
  if (match !== undefined) return yield* change(session, link, wanted, kind, match)
  const attributes = ['existence', ...[...wanted.keys()].map(patchPath)]
  const object = nameOf(link)
  const answer = yield* session.send(kind.create(wanted), {
    object,
    doing: 'create',
    keys: [link.key],
    attributes,
  })
  if (answer.ok) return settleCreate(session, link, wanted, answer)
  session.problem(object, `create answered ${answer.status}`)
  if (answer.status === 409 && session.dialect.conflict === 'match again') {
    const again = yield* findOne(session, link, wanted, kind)
    if (isObject(again)) yield* change(session, link, wanted, kind, again)
  }
}

/** Ours where there is exactly one hit; anything else that is found stands in the way. */
function* findOne(
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
): Asking<Json | 'blocked' | undefined> {
  const answer = yield* session.send(kind.find(wanted), {
    object: nameOf(link),
    doing: 'match',
    keys: [link.key],
  })
  const hits = answer.status === 200 ? hitsOf(answer.body) : undefined
  if (hits?.length === 0) return undefined
  const [hit] = hits ?? []
  const id = usableId(member(hit, 'id'))
  const isOurs = id !== undefined && session.made.has(id) && !isTaken(session, id)
  if (hits?.length === 1 && isOurs) {
    link.id = id
    link.sent = new Map()
    return hit ?? null
  }
  const why = hits === undefined ? 'the match was not answered with a list' : strangers(hits)
  session.trail.blame(answer.step, ['existence'], why)
  session.problem(nameOf(link), why)
  return 'blocked'
}

function isTaken(session: Session, id: string): boolean {
  return [...session.people.values(), ...session.groups.values()].some((link) => link.id === id)
}

function strangers(hits: readonly Json[]): string {
  return hits.length === 1
    ? 'the match found a resource that the provider did not make'
    : `the match found ${hits.length} resources`
}

function settleCreate(session: Session, link: Link, wanted: Values, answer: Answer): void {
  const id = usableId(member(answer.body, 'id'))
  if (id === undefined) {
    missingId(session, link, answer)
    return
  }
  const other = [...session.people.values(), ...session.groups.values()].find((each) => each.id === id)
  if (other && !other.deleted) {
    sharedId(session, link, other, answer)
    return
  }
  session.made.add(id)
  link.id = id
  remember(link, wanted)
}

/** Without an id there is no link (ENT-080); the next cycle may find the resource by its name. */
function missingId(session: Session, link: Link, answer: Answer): void {
  const last = answer.location === undefined ? undefined : lastSegment(answer.location)
  const located = usableId(decoded(last))
  if (located !== undefined) session.made.add(located)
  const why = 'the answer to the create has no usable id'
  session.trail.blame(answer.step, ['existence'], why)
  session.problem(nameOf(link), why)
}

function sharedId(session: Session, link: Link, other: Link, { step }: Answer): void {
  session.trail.blame(step, ['id'], `the target gave the same id to ${nameOf(other)}`)
  session.muted.add(nameOf(link))
  session.diverge({
    object: nameOf(link),
    attribute: 'id',
    expected: 'an id of its own',
    actual: `the id of ${nameOf(other)}`,
    cost: 'wrong access',
    step,
    requirement: 'sim/converges',
  })
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function* update(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  const id = link.id as string
  if (!kind.read) return yield* change(session, link, wanted, kind, undefined)
  const object = nameOf(link)
  const answer = yield* session.send(kind.read(id), { object, doing: 'read', keys: [link.key] })
  if (answer.status === 200 && isObject(answer.body)) {
    return yield* change(session, link, wanted, kind, answer.body)
  }
  link.lost = answer.status === 404
  const why = 'the object could not be read before the update'
  session.trail.blame(answer.step, changesFor(session, link, wanted, undefined).map(pathOf), why)
  session.problem(object, `${why}: ${answer.status}`)
}

/** @param current what the target returned; without it, what was sent last counts */
function* change(
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
  current: Json | undefined,
): Asking<void> {
  const changes = changesFor(session, link, wanted, current)
  if (changes.length > 0) {
    const draft = kind.change(link.id as string, changes)
    const purpose = {
      object: nameOf(link),
      doing: 'update',
      keys: [link.key],
      attributes: changes.map(pathOf),
    }
    const answer = yield* session.send(draft, purpose)
    if (!answer.ok) return session.problem(nameOf(link), `update answered ${answer.status}`)
  }
  remember(link, wanted)
}

function remember(link: Link, wanted: Values): void {
  link.sent = wanted
  for (const name of wanted.keys()) link.ever.add(name)
}

function pathOf({ attribute }: Change): string {
  return patchPath(attribute)
}

function changesFor(session: Session, link: Link, wanted: Values, current: Json | undefined): Change[] {
  const before = (name: Conveyed) => (current === undefined ? link.sent.get(name) : valueIn(current, name))
  const set = [...wanted].flatMap(([attribute, value]) => {
    const old = before(attribute)
    if (sameJson(old, value)) return []
    return [{ attribute, value, ...(old === undefined ? {} : { current: old }) }]
  })
  if (!session.dialect.clears) return set
  const cleared = [...link.sent.keys()].filter((name) => !wanted.has(name))
  return [...set, ...cleared.map((attribute) => ({ attribute, value: null }))]
}

function sameValues(a: Values, b: Values): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value)
}
