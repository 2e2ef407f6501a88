import { isObject, type Json, type JsonObject, lastSegment, member, type ScimRequest, sameJson } from '#scim'
import type { Change, Dialect, Draft, Update } from '../dialect.ts'
import { type Conveyed, patchPath, type Values, valueIn } from '../wire/attribute.ts'
import { hitsOf, usableId } from './answers.ts'
import { kept, NOTHING, namesWith } from './kept.ts'
import { type Link, type Links, nameOf } from './link.ts'
import { MANAGER } from './managers.ts'
import { memberLink } from './members.ts'
import type { Answer, Asking, Session } from './session.ts'

/** How one kind of object is provisioned. */
export interface Kind {
  readonly links: Links
  /** Attributes to look by, in this order. */
  readonly match: readonly Conveyed[]
  /** Without it the last import is looked at. */
  find: ((values: Values, attribute: Conveyed) => Draft) | undefined
  create(values: Values): Draft
  /** Of the manager, where the create names one. */
  readonly manager?: string
  read: ((id: string) => Draft) | undefined
  /** Why the resource as the target shows it cannot be read. */
  unreadable?: Dialect['unreadable']
  change(update: Update): readonly Draft[]
}

/** What a lookup found: whoever it is, nobody, or something that is in the way. */
type Match = JsonObject | 'blocked' | undefined

/** What was looked up before. */
export interface Found {
  readonly match: Match
}

/** Whether anything is to be done about it: more can be said, and nothing failed lately. */
export const isOpen = (session: Session, link: Link): boolean =>
  !session.muted.has(nameOf(link)) && session.isDue(link)

/**
 * Creates what is not linked, changes what differs; does nothing where nothing changed or all is lost.
 *
 * @param found what was found of who is not linked, where that was looked up before
 */
export function* provision(
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
  found?: Found,
): Asking<void> {
  if (found) return yield* adoptOrCreate(session, link, wanted, kind, found.match)
  if (!isOpen(session, link)) return
  if (link.lost && session.dialect.lost === 'create again') kind.links.dropId(link)
  if (link.deleted) kind.links.beginAnew(link)
  if (session.gates.areClosed) return yield* look(session, link, wanted, kind)
  if (link.id === undefined) yield* matchOrCreate(session, link, wanted, kind)
  else if (!link.lost && (link.review || !sameValues(link.sent, wanted)))
    yield* update(session, link, wanted, kind)
}

/** What would be done, without doing it: the next cycle looks again (E-46, E-60). */
function* look(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  const match = yield* findOne(session, link, wanted, kind)
  kind.links.dropId(link)
  const plan = match === 'blocked' ? 'nothing: the match is not clear' : match ? 'update' : 'create'
  session.tell({ sync: session.sync, object: nameOf(link), planned: plan })
  if (match !== 'blocked') link.held = `nothing is written before: ${session.gates.waitingFor}`
}

function* matchOrCreate(session: Session, link: Link, wanted: Values, kind: Kind): Asking<void> {
  link.held = undefined
  yield* adoptOrCreate(session, link, wanted, kind, yield* findOne(session, link, wanted, kind))
}

function* adoptOrCreate(
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
  match: Match,
): Asking<void> {
  if (match === 'blocked') return
  if (match !== undefined) return yield* adopt(session, link, wanted, kind, match)
  const named = kind.manager === undefined ? [] : [MANAGER]
  const attributes = ['existence', ...[...wanted.keys()].map(patchPath), ...named]
  const object = nameOf(link)
  const answer = yield* session.send(kind.create(wanted), {
    object,
    doing: 'create',
    keys: [link.key],
    attributes,
  })
  if (answer.ok) return settleCreate(session, link, wanted, answer, kind)
  if (answer.status === 409) return yield* conflict(session, link, wanted, kind, answer)
  // The answer got lost: it may have been made all the same.
  if (answer.status === 0) session.noteTaken(kind.links.kind, wanted)
  session.failure(link, `create answered ${answer.status}`)
}

/** Why nothing is sent about somebody: the run itself made who has the name. */
export const NAME_TAKEN = 'something that was there before has the name'

/** Where the run itself made who stands in the way, the target is right. */
function* conflict(session: Session, link: Link, wanted: Values, kind: Kind, answer: Answer): Asking<void> {
  session.failure(link, 'create answered 409')
  if (session.isTaken(kind.links.kind, wanted)) {
    session.trail.excuse(answer.step)
    link.held = NAME_TAKEN
  }
  if (session.dialect.conflict !== 'match again') return
  const again = yield* findOne(session, link, wanted, { ...kind, match: [nameAttribute(kind)] })
  if (isObject(again)) yield* adopt(session, link, wanted, kind, again)
}

const nameAttribute = ({ links }: Kind): Conveyed => (links.kind === 'person' ? 'userName' : 'displayName')

function* adopt(session: Session, link: Link, wanted: Values, kind: Kind, hit: JsonObject): Asking<void> {
  link.held = undefined
  link.found = true
  session.success(link)
  if (session.dialect.afterMatch === 'read' && kind.read) return yield* update(session, link, wanted, kind)
  yield* change(session, link, wanted, kind, hit)
}

/** What somebody is looked for by, without letter case. */
export const soughtOf = (wanted: Values, { match }: Kind): ReadonlySet<string> =>
  new Set(match.flatMap((name) => (wanted.has(name) ? String(wanted.get(name)).toLowerCase() : [])))

/** The request that is sent whatever becomes of it. */
export function firstLookup(wanted: Values, { match, find }: Kind): ScimRequest | undefined {
  const first = match.find((name) => wanted.has(name))
  return first === undefined ? undefined : find?.(wanted, first).request
}

/** By one attribute after the other, until there is a hit. */
export function* findOne(session: Session, link: Link, wanted: Values, kind: Kind): Asking<Match> {
  for (const attribute of kind.match) {
    if (!wanted.has(attribute)) continue
    const found = yield* findBy(attribute, session, link, wanted, kind)
    if (found !== undefined) return found
  }
  return undefined
}

/** Asks the target, or looks at what the last import has shown. */
function* lookUp(
  attribute: Conveyed,
  session: Session,
  link: Link,
  wanted: Values,
  { find, links }: Kind,
): Asking<Answer> {
  if (find)
    return yield* session.send(find(wanted, attribute), {
      object: nameOf(link),
      doing: 'match',
      keys: [link.key],
    })
  const body = { Resources: [...session.imported.find(links.kind, wanted, attribute)] }
  return { status: 200, body, location: undefined, step: -1, ok: true }
}

/** Ours where there is exactly one hit; anything else that is found stands in the way. */
function* findBy(
  attribute: Conveyed,
  session: Session,
  link: Link,
  wanted: Values,
  kind: Kind,
): Asking<Match> {
  const answer = yield* lookUp(attribute, session, link, wanted, kind)
  if (answer.status === 404 && session.dialect.notFoundIsNone) return undefined
  const all = answer.status === 200 ? hitsOf(answer.body) : undefined
  const hits = session.dialect.severalHits === 'first' ? all?.slice(0, 1) : all
  if (hits?.length === 0) return undefined
  const ids = (hits ?? []).map((hit) => usableId(member(hit, 'id')))
  const areOurs = hits !== undefined && ids.every((id) => id !== undefined && session.isOwn(id))
  const [hit] = hits ?? []
  const [id] = ids
  if (
    areOurs &&
    hits.length === 1 &&
    id !== undefined &&
    isObject(hit) &&
    !isTaken(session, kind.links, id)
  ) {
    takeOver(kind.links, link, id)
    link.sent = NOTHING
    return hit
  }
  if (areOurs && hits.length > 1 && session.dialect.severalHits === 'none') return undefined
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

/** An account that was left behind by somebody who is gone for good is free. */
function isTaken(session: Session, links: Links, id: string): boolean {
  const other = links.withId(id)
  return other !== undefined && (links.kind === 'group' || session.isEmployed(other.key))
}

function takeOver(links: Links, link: Link, id: string): void {
  const other = links.withId(id)
  if (other) links.dropId(other)
  links.setId(link, id)
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
  link.found = false
  // Whoever was in a group that the target has lost is not in its successor.
  link.members.clear()
  kind.links.setId(link, id)
  session.success(link)
  remember(session, link, wanted)
  if (kind.manager !== undefined) link.manager = kind.manager
  const isOff = valueIn(answer.body, 'active') === false && wanted.get('active') === true
  if (isOff && session.dialect.switchesOn) link.sent = new Map(wanted).set('active', false)
}

/** Without an id there is no link (ENT-080); the next cycle may find the resource by its name. */
function missingId(session: Session, link: Link, answer: Answer): void {
  const last = answer.location === undefined ? undefined : lastSegment(answer.location)
  const located = usableId(last)
  if (located !== undefined) session.noteOwn(located)
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
  const unread = isDeactivationAlone(link, wanted) && session.dialect.unread?.includes('deactivation')
  if (!kind.read || unread) return yield* change(session, link, wanted, kind, undefined)
  const object = nameOf(link)
  const answer = yield* session.send(kind.read(id), { object, doing: 'read', keys: [link.key] })
  const body = answer.status === 200 && isObject(answer.body) ? answer.body : undefined
  const unreadable = body && kind.unreadable?.(body)
  if (body && !unreadable) return yield* change(session, link, wanted, kind, body)
  if (unreadable) session.shows(unreadable.habit)
  link.lost = answer.status === 404
  const why = unreadable?.why ?? 'the object could not be read before the update'
  session.trail.blame(answer.step, changesFor(session, link, wanted, undefined).map(pathOf), why)
  session.failure(link, unreadable ? why : `${why}: ${answer.status}`)
}

function isDeactivationAlone({ sent }: Link, wanted: Values): boolean {
  const before = new Map(wanted).set('active', sent.get('active') ?? false)
  return wanted.get('active') === false && sameValues(sent, before)
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
    const members = [...link.members].flatMap((key) => memberLink(session, key)?.id ?? [])
    const called = (id: string) => session.nameOfId(id)
    const update = {
      id: link.id as string,
      changes,
      wanted,
      sent: link.sent,
      current,
      members,
      nameOf: called,
    }
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
      if (answer.status === 409 && session.isTaken(link.kind, wanted)) {
        session.trail.excuse(answer.step)
        link.held = NAME_TAKEN
      }
      return session.failure(link, `update answered ${answer.status}`)
    }
  }
  if (link.held === NAME_TAKEN) link.held = undefined
  session.success(link)
  remember(session, link, wanted)
  if (current && wanted.has('active') && typeof valueIn(current, 'active') !== 'boolean')
    lookAgain(session, link)
}

/** The next cycle finds the same difference (ENT-116). */
function lookAgain(session: Session, link: Link): void {
  const { repeatsActive } = session.dialect
  if (repeatsActive === undefined) return
  link.review = true
  session.shows(repeatsActive)
}

function remember({ dialect }: Session, link: Link, wanted: Values): void {
  link.sent = kept(wanted)
  link.review = false
  const conveyed = [...wanted.keys()].filter((name) => !dialect.onlyAtCreation?.includes(name))
  link.ever = namesWith(link.ever, conveyed)
}

function pathOf({ attribute }: Change): string {
  return patchPath(attribute)
}

function changesFor(session: Session, link: Link, wanted: Values, current: Json | undefined): Change[] {
  const before = (name: Conveyed) => (current === undefined ? link.sent.get(name) : valueIn(current, name))
  const { onlyAtCreation } = session.dialect
  const set = [...wanted].flatMap(([attribute, value]) => {
    const old = before(attribute)
    if (sameJson(old, value) || onlyAtCreation?.includes(attribute)) return []
    return [{ attribute, value, ...(old === undefined ? {} : { current: old }) }]
  })
  if (!session.dialect.clears) return set
  const cleared = [...link.sent.keys()].filter((name) => !wanted.has(name))
  return [...set, ...cleared.map((attribute) => ({ attribute, value: null }))]
}

function sameValues(a: Values, b: Values): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value)
}
