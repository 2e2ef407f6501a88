import { isObject, type Json, type JsonObject, lastSegment, member, sameJson } from '#scim'
import type { Change, Draft, Update } from '../dialect.ts'
import { type Conveyed, patchPath, type Values, valueIn } from '../wire/attribute.ts'
import { hitsOf, usableId } from './answers.ts'
import { type Link, type Links, nameOf } from './link.ts'
import type { Answer, Asking, Session } from './session.ts'

/** How one kind of object is provisioned. */
export interface Kind {
  readonly links: Links
  /** Attributes to look by, in this order. */
  readonly match: readonly Conveyed[]
  find(values: Values, attribute: Conveyed): Draft
  create(values: Values): Draft
  read: ((id: string) => Draft) | undefined
  change(update: Update): readonly Draft[]
}

/** Creates what is not linked, changes what differs; does nothing where nothing changed or all is lost. */
export function* provision(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  if (session.muted.has(nameOf(link)) || !session.isDue(link)) return
  if (link.lost && session.dialect.lost === 'create again') kind.links.dropId(link)
  if (link.id === undefined) yield* matchOrCreate(session, link, wanted, kind)
  else if (!link.lost && !sameValues(link.sent, wanted)) yield* update(session, link, wanted, kind)
}

function* matchOrCreate(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  delete link.held
  const match = yield* findOne(session, link, wanted, kind)
  if (match === 'blocked') return
  if (match !== undefined) return yield* adopt(session, link, wanted, kind, match)
  const attributes = ['existence', ...[...wanted.keys()].map(patchPath)]
  const object = nameOf(link)
  const answer = yield* session.send(kind.create(wanted), {
    object,
    doing: 'create',
    keys: [link.key],
    attributes,
  })
  if (answer.ok) return settleCreate(session, link, wanted, answer, kind)
  if (answer.status === 409) return yield* conflict(session, link, wanted, kind, answer)
  session.failure(link, `create answered ${answer.status}`)
}

/** Where the run itself made who stands in the way, the target is right. */
function* conflict(session: Session, link: Link, wanted: Values, kind: Kind, answer: Answer): Asking<void> {
  session.failure(link, 'create answered 409')
  if (session.isTakenByHand(kind.links.kind, wanted)) {
    session.trail.excuse(answer.step)
    link.held = 'an account that was there before has the name'
  }
  if (session.dialect.conflict !== 'match again') return
  const again = yield* findOne(session, link, wanted, { ...kind, match: [nameAttribute(kind)] })
  if (isObject(again)) yield* adopt(session, link, wanted, kind, again)
}

const nameAttribute = ({ links }: Kind): Conveyed => (links.kind === 'person' ? 'userName' : 'displayName')

function* adopt(session: Session, link: Link, wanted: Values, kind: Kind, hit: JsonObject): Asking<void> {
  delete link.held
  session.success(link)
  if (session.dialect.afterMatch === 'read' && kind.read) return yield* update(session, link, wanted, kind)
  yield* change(session, link, wanted, kind, hit)
}

/** By one attribute after the other, until there is a hit. */
function* findOne(
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
): Asking<JsonObject | 'blocked' | undefined> {
  for (const attribute of kind.match) {
    if (!wanted.has(attribute)) continue
    const found = yield* findBy(attribute, session, link, wanted, kind)
    if (found !== undefined) return found
  }
  return undefined
}

/** Ours where there is exactly one hit; anything else that is found stands in the way. */
function* findBy(
  attribute: Conveyed,
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
): Asking<JsonObject | 'blocked' | undefined> {
  const answer = yield* session.send(kind.find(wanted, attribute), {
    object: nameOf(link),
    doing: 'match',
    keys: [link.key],
  })
  if (answer.status === 404 && session.dialect.notFoundIsNone) return undefined
  const hits = answer.status === 200 ? hitsOf(answer.body) : undefined
  if (hits?.length === 0) return undefined
  const ids = (hits ?? []).map((hit) => usableId(member(hit, 'id')))
  const areOurs = hits !== undefined && ids.every((id) => id !== undefined && session.made.has(id))
  const [hit] = hits ?? []
  const [id] = ids
  if (areOurs && hits.length === 1 && id !== undefined && isObject(hit) && !isTaken(kind.links, id)) {
    kind.links.setId(link, id)
    link.sent = new Map()
    return hit
  }
  if (areOurs && hits.length > 1) {
    link.held = `${hits.length} accounts match`
    session.failure(link, `the match found ${hits.length} resources: nothing is sent`)
    return 'blocked'
  }
  const why = hits === undefined ? 'the match was not answered with a list' : strangers(hits)
  session.trail.blame(answer.step, ['existence'], why)
  session.failure(link, why)
  return 'blocked'
}

function isTaken(links: Links, id: string): boolean {
  return links.withId(id) !== undefined
}

function strangers(hits: readonly Json[]): string {
  return hits.length === 1
    ? 'the match found a resource that the provider did not make'
    : `the match found ${hits.length} resources`
}

function settleCreate(session: Session, link: Link, wanted: Values, answer: Answer, kind: Kind): void {
  const id = usableId(member(answer.body, 'id'))
  if (id === undefined) {
    missingId(session, link, answer)
    return
  }
  const other = session.people.withId(id) ?? session.groups.withId(id)
  if (other && !other.deleted) {
    sharedId(session, link, other, answer)
    return
  }
  session.made.add(id)
  kind.links.setId(link, id)
  session.success(link)
  remember(link, wanted)
}

/** Without an id there is no link (ENT-080); the next cycle may find the resource by its name. */
function missingId(session: Session, link: Link, answer: Answer): void {
  const last = answer.location === undefined ? undefined : lastSegment(answer.location)
  const located = usableId(last)
  if (located !== undefined) session.made.add(located)
  const why = 'the answer to the create has no usable id'
  session.trail.blame(answer.step, ['existence'], why)
  session.failure(link, why)
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
  session.failure(link, `${why}: ${answer.status}`)
}

/** @param current what the target returned; without it, what was sent last counts */
export function* change(
  session: Session,
  link: Link,
  wanted: Values,
  kind: Pick<Kind, 'change'>,
  current: JsonObject | undefined,
): Asking<void> {
  const changes = changesFor(session, link, wanted, current)
  if (changes.length > 0) {
    const members = [...link.members].flatMap((key) => session.people.get(key)?.id ?? [])
    const update = { id: link.id as string, changes, wanted, current, members }
    const purpose = {
      object: nameOf(link),
      doing: 'update',
      keys: [link.key],
      attributes: changes.map(pathOf),
    }
    for (const draft of kind.change(update)) {
      const answer = yield* session.send(draft, purpose)
      if (answer.ok) continue
      if (answer.status === 404) link.lost = session.dialect.lost === 'create again'
      return session.failure(link, `update answered ${answer.status}`)
    }
  }
  session.success(link)
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
