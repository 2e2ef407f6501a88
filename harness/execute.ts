import { createHash } from 'node:crypto'
import type { Person, PersonOptions } from '#people'
import { type Exchange, type Json, type JsonObject, member, type ScimRequest } from '#scim'
import type { Act, Case, Check, Made, Seen, SendOptions } from './check.ts'
import { type Client, NotOurs } from './client.ts'
import { CredentialsLost } from './credentials-lost.ts'
import { draftBody, hasPlaceForMark } from './draft.ts'
import type { Facts, Models } from './facts.ts'
import { resourceTypeOf } from './facts.ts'
import { type FeedDoor, FeedUnusable } from './feed.ts'
import { GuardRefusal, UnclearPath, Unmarked } from './guard.ts'
import { createHope } from './hope.ts'
import { type Context, judgeCheck, messageOf } from './judge.ts'
import { type Part, PartPlayer, type StepAnswer, Unfinished } from './parts.ts'
import type { Item } from './plan.ts'
import { createReadsAhead, type ReadsAhead } from './reads-ahead.ts'
import type { Redactor } from './redact.ts'
import { judgePlay, type PlayRecord, type Rehearsal, type RehearsalStep } from './rehearsal.ts'
import { sideBySide } from './side-by-side.ts'
import { ExchangeIds, type StoryEvent, type StoryStep } from './story.ts'
import type { Verdict } from './verdict.ts'

/** Everything the items of one run share. */
export interface Bench extends Context {
  readonly client: Client
  readonly redactor: Redactor
  readonly models: Models
  readonly tag: string
  readonly seed: string
  /** Person n of this run's seed, n from 1. */
  readonly person: (n: number, options?: PersonOptions) => Person
  /** Bodies that the target wants beyond what it publishes, by resource type. */
  readonly hints: Readonly<Record<string, JsonObject>>
  /** What checks made together, by what they asked for. */
  readonly shared: Map<string, Promise<Made>>
  /** The numbers of those, by the id that the target gave. */
  readonly sharedIds: Map<string, number>
  /** Milliseconds within which the target promises to show its own writes everywhere. */
  readonly settle: number
  /** Milliseconds for one item, after which it is blocked. */
  readonly deadline: number
  /** Milliseconds that are left for load checks. */
  readonly loadTime?: () => number
  /** Whether the run was interrupted: then items send nothing more. */
  readonly stopped?: () => boolean
  /**
   * Writes down what a play tells while it goes on, or what makes it, which can wait. Without it, all of that stays in the
   * item's record.
   */
  readonly onStory?: (event: () => StoryEvent) => void
  /** The read side of the target, where the run was told of it. */
  readonly feed?: FeedDoor
  /** Where a play is played in parts: the one that is played now. */
  readonly part?: Part
}

/** What the record keeps of an item besides its exchanges: enough to judge it again. */
export type ItemRecord =
  | { readonly id: string; readonly seen: Readonly<Record<string, string | readonly string[]>> }
  | { readonly id: string; readonly play: PlayRecord }
  | {
      readonly id: string
      readonly ended: { readonly outcome: 'blocked' | 'error' | 'not-applicable'; readonly reason: string }
    }

/** Numbers for one item's people and names. They do not depend on what else runs, so that a run can be repeated. */
const PER_ITEM = 1000

function numbersOf(item: Item): () => number {
  let n = item.load?.numbers ?? item.ordinal * PER_ITEM
  return () => ++n
}

export interface Executed {
  readonly verdict: Verdict
  readonly record: ItemRecord
}

/** Thrown by `act.blocked` and `act.notOffered`, and where a check cannot be set up. */
class Ended extends Error {
  readonly outcome: 'blocked' | 'not-applicable'
  readonly exchange: Exchange | undefined

  constructor(outcome: Ended['outcome'], reason: string, exchange?: Exchange) {
    super(reason)
    this.outcome = outcome
    this.exchange = exchange
  }
}

/** A check wanted to send, or to make, more than it declares. */
class Overspent extends Error {}

/** What an item has sent and may have made; `over` and `ended` stay, whatever the check makes of the refusal. */
interface Spending {
  sent: number
  made: number
  over?: Overspent
  /** Its time is up. */
  ended?: Ended
  readonly underWay: Set<Promise<unknown>>
}

function spend(spending: Spending, item: Item, request: ScimRequest): void {
  if (spending.ended) throw spending.ended
  spending.sent++
  spending.made += createsIn(request)
  const { requests = Number.POSITIVE_INFINITY, load: { makes } = { makes: Number.POSITIVE_INFINITY } } = item
  if (spending.sent > requests)
    spending.over ??= new Overspent(`it declares ${requests} requests and sends more`)
  if (spending.made > makes) spending.over ??= new Overspent(`it declares ${makes} resources and makes more`)
  if (spending.over) throw spending.over
}

/** How many resources a request could create. */
function createsIn({ method, path, body }: ScimRequest): number {
  if (method !== 'POST' || path.endsWith('/.search')) return 0
  const operations = member(body, 'Operations')
  if (!Array.isArray(operations)) return 1
  return operations.filter((one) => String(member(one, 'method')).toUpperCase() === 'POST').length
}

/** Runs one check: acts, cleans up what it made in reverse order, judges. */
export async function executeCheck(check: Check, item: Item, bench: Bench): Promise<Executed> {
  const made: string[] = []
  const spending: Spending = { sent: 0, made: 0, underWay: new Set() }
  try {
    const act = createAct(item, bench, made, spending)
    const seen = await acted(() => check.act(act), item, bench, spending)
    if (spending.over) throw spending.over
    const verdict = judgeCheck(check, item.id, item.of, seen, bench)
    return { verdict, record: { id: item.id, seen: namesOf(seen) } }
  } catch (error) {
    return endedBy(spending.over ?? ofTheTarget(error, bench), item)
  } finally {
    // What nobody waited for may still be making something.
    await Promise.allSettled(spending.underWay)
    await cleanUp(made, item, bench)
  }
}

/** Lets a check act until its time is up: then it sends nothing more. */
async function acted(act: () => Promise<Seen>, item: Item, bench: Bench, spending: Spending): Promise<Seen> {
  const left = item.load ? bench.loadTime?.() : undefined
  const reason = left === undefined ? undefined : 'the time for load was up (--load minutes=…)'
  const end = (late: Ended) => {
    spending.ended = late
  }
  if (left !== undefined && left <= 0) throw new Ended('blocked', reason as string)
  return withinDeadline(act(), left ?? bench.deadline, reason, end)
}

/**
 * Runs one play to its end and removes what it made.
 *
 * @throws Unfinished where only a part of it was played: then nothing is removed
 */
export async function executePlay(play: Rehearsal, item: Item, bench: Bench): Promise<Executed> {
  const made: string[] = []
  const executed = await played(play, item, bench, made)
  bench.part?.end()
  await bench.client.forgo(item.id)
  await cleanUp(made, item, bench)
  return executed
}

async function played(play: Rehearsal, item: Item, bench: Bench, made: string[]): Promise<Executed> {
  try {
    const play_ = await withinDeadline(
      drive(play, item, bench, made),
      Math.max(bench.deadline * 4, play.patience ?? 0),
    )
    return { verdict: judgePlay(play, play_, bench.bar), record: { id: item.id, play: play_ } }
  } catch (error) {
    if (error instanceof Unfinished) throw error
    return endedBy(ofTheTarget(error, bench), item)
  }
}

const MAX_STEPS = 10_000_000

async function drive(play: Rehearsal, item: Item, bench: Bench, made: string[]): Promise<PlayRecord> {
  const domain = domainIn(bench.hints)
  const { onStory, redactor } = bench
  const run = {
    tag: `${bench.tag}-${item.ordinal}`,
    seed: `${bench.seed}/${play.id}`,
    ...(domain ? { domain } : {}),
    settle: bench.settle,
  }
  const player = bench.part && new PartPlayer(bench.part, run, item.id, bench)
  const coroutine = play.start({
    ...(player?.run ?? run),
    ...(onStory
      ? { onTold: (entry) => onStory(() => ({ event: 'told', play: item.id, entry: redactor.json(entry) })) }
      : {}),
  })
  // One request after the other: a row that had to queue for each would end long after everything else.
  const ahead = createReadsAhead((request) => bench.client.exchange(request, item.id, 'own', true))
  const ids = new ExchangeIds()
  const steps: StoryStep[] = []
  const noteStep = (exchange: string, note: Json) => {
    ids.add(exchange)
    const step = () => ({ exchange, note: redactor.json(note) })
    if (onStory) onStory(() => ({ event: 'step', play: item.id, ...step() }))
    else steps.push(step())
  }
  let next = coroutine.next()
  try {
    while (!next.done) {
      if (ids.length >= MAX_STEPS) throw new Error(`the play did not end within ${MAX_STEPS} requests`)
      const step = next.value
      const answered = await (player ? player.answer(step) : ask(step, ahead, item, bench))
      made.push(...answered.made)
      noteStep(answered.exchange, step.note)
      next = coroutine.next(answered.answer)
    }
    player?.finish()
  } finally {
    await ahead.settled()
  }
  const result = redactResult(withExchanges(next.value, ids), redactor)
  return { result, steps, ...(onStory ? { requests: ids.length, exchanges: ids.cited() } : {}) }
}

async function ask(
  step: RehearsalStep,
  ahead: ReadsAhead,
  item: Item,
  { client }: Bench,
): Promise<StepAnswer> {
  const { pause, writes } = step
  if (pause) await new Promise((resolve) => setTimeout(resolve, pause))
  const asked = ahead.ask(step)
  if (writes) client.foresee(writes, item.id)
  const { id, made, raw } = await asked
  return { exchange: id, made, answer: raw ?? { status: 0, headers: {} } }
}

/** A difference names the exchange of its step: of a long play the steps are not at hand when it is judged again. */
function withExchanges(result: PlayRecord['result'], ids: ExchangeIds): PlayRecord['result'] {
  const divergences = result.divergences.map((divergence) => {
    const exchange = divergence.step === undefined ? undefined : ids.at(divergence.step)
    return exchange === undefined ? divergence : { ...divergence, exchange }
  })
  return { ...result, divergences }
}

/** The domain that a hint puts behind every userName. */
function domainIn({ User }: Bench['hints']): string | undefined {
  return typeof User?.userName === 'string' ? /@([^{}@]+)$/.exec(User.userName)?.[1] : undefined
}

function redactResult(result: PlayRecord['result'], redactor: Redactor): PlayRecord['result'] {
  // Divergences hold what the directory and the target have, identity numbers included.
  return redactor.json(result as unknown as Json) as unknown as PlayRecord['result']
}

/** A create without the run's mark is no fault of the check's where the target's schema has no name for one. */
function ofTheTarget(error: unknown, { models }: Bench): unknown {
  if (!(error instanceof Unmarked)) return error
  const unmarkable = [...models].find(([, model]) => !hasPlaceForMark(model))
  if (!unmarkable) return error
  return new Ended(
    'blocked',
    `the target's schema of ${unmarkable[0]} has no name that could carry the run's mark`,
  )
}

function endedBy(error: unknown, item: Item): Executed {
  const meant = error instanceof Ended
  const foreign = [NotOurs, CredentialsLost, FeedUnusable, UnclearPath].some((kind) => error instanceof kind)
  const fault =
    error instanceof GuardRefusal
      ? 'the check wanted to touch what it did not make: '
      : error instanceof Overspent
        ? 'the check is at fault: '
        : 'the harness failed: '
  const ended = meant
    ? { outcome: error.outcome, reason: error.message }
    : foreign
      ? { outcome: 'blocked' as const, reason: messageOf(error) }
      : { outcome: 'error' as const, reason: `${fault}${messageOf(error)}` }
  const exchanges = meant && error.exchange ? [error.exchange.id] : []
  const { id, kind, title, requirements } = item
  const verdict = { id, kind, title, requirements, claims: {}, findings: [], exchanges, ...ended } as Verdict
  return { verdict, record: { id: item.id, ended } }
}

function namesOf(seen: Seen): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(seen).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((exchange: Exchange) => exchange.id) : (value as Exchange).id,
    ]),
  )
}

function createAct(item: Item, bench: Bench, made: string[], spending: Spending): Act<Case> {
  const { client, facts, tag } = bench
  const number = numbersOf(item)
  const nextPerson = (options?: PersonOptions) => bench.person(number(), options)
  const exchange = async (request: ScimRequest, options: SendOptions) => {
    const answered = await client.exchange(request, item.id, options.credentials)
    made.push(...answered.made)
    return answered
  }
  const send = async (request: ScimRequest, options: SendOptions = {}) => {
    if (bench.stopped?.()) throw new Ended('blocked', 'the run was interrupted')
    spend(spending, item, request)
    const sent = exchange(request, options)
    spending.underWay.add(sent)
    return sent.finally(() => spending.underWay.delete(sent))
  }
  // A look at what a create did not show is not the check's affair: it does not count.
  const look: Send = (request) => client.exchange(request, item.id)
  const endpoint = (resource: string) => endpointOf(resource, facts)
  const draft = (resource: string, overrides: JsonObject = {}) =>
    draftBody(resource, overrides, { ...bench, nextPerson })
  return {
    facts,
    of: item.of,
    published: (resource) => draftBody(resource, {}, { ...bench, hints: {}, nextPerson }),
    mark: (name) => `${tag}-${number()}-${name}`,
    address: (mark) => `${mark}@${domainIn(bench.hints) ?? 'scim-test.example'}`,
    person: nextPerson,
    draft,
    endpoint,
    given: (resource, overrides) =>
      create(resource, draft(resource, overrides), endpoint(resource), send, look),
    shared: (resource, overrides = {}) => shared(resource, overrides, bench),
    sharedMark: (name) => `${tag}-${name}`,
    missing: (resource) => {
      const id = `${tag}-never-${number()}`
      client.guard.invent(id)
      return `${endpoint(resource)}/${id}`
    },
    send: async (request, options) => (await send(request, options)).exchange,
    eventually: (request, until) => poll(async () => (await send(request)).exchange, until, bench.settle),
    get feed() {
      if (bench.feed) return bench.feed.for(item.id)
      throw new Ended('not-applicable', 'the run was given no Sync API (--sync-api)')
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    blocked: (reason) => {
      throw new Ended('blocked', reason)
    },
    notOffered: (reason) => {
      throw new Ended('not-applicable', reason)
    },
  }
}

type Send = (request: ScimRequest) => Promise<{ exchange: Exchange; made: readonly string[] }>

/**
 * Creates what a check needs. What the create itself should have been like is for other checks to judge. `look` reads
 * what it did not show: no check has to reckon with that.
 */
async function create(
  type: string,
  sent: JsonObject,
  endpoint: string,
  send: Send,
  look: Send = send,
): Promise<Made> {
  const { exchange: created, made } = await send({ method: 'POST', path: endpoint, body: sent })
  const [path] = made
  if (!path) throw new Ended('blocked', `could not create a ${type}: ${answerOf(created)}`, created)
  const body = isResource(created.response?.body) ? created.response.body : await read(path, type, look)
  const id = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
  return { type, id, path, sent, body, created }
}

/** What is asked for, without what another run would have otherwise: the run's tag, and ids of other shared resources. */
function withoutChance(key: string, { tag, sharedIds }: Bench): string {
  let plain = key.replaceAll(tag, 'st-')
  for (const [id, number] of sharedIds) plain = plain.replaceAll(JSON.stringify(id), String(number))
  return plain
}

const SHARED_BY = 'shared'
/** Numbers beyond those of any item. */
const FIRST_SHARED = 1_000_000
const SHARED = 100_000

/** The number of its person follows from what is asked for, not from who asks first: runs can be repeated. */
function shared(type: string, overrides: JsonObject, bench: Bench): Promise<Made> {
  const key = `${type} ${JSON.stringify(overrides)}`
  const known = bench.shared.get(key)
  if (known) return known
  const asked = createHash('sha256').update(withoutChance(key, bench))
  const number = FIRST_SHARED + (asked.digest().readUInt32BE() % SHARED)
  const sent = draftBody(type, overrides, { ...bench, nextPerson: () => bench.person(number) })
  const send = (request: ScimRequest) => bench.client.exchange(request, SHARED_BY)
  const made = Promise.resolve().then(() => create(type, sent, endpointOf(type, bench.facts), send))
  bench.shared.set(key, made)
  made.then(({ id }) => bench.sharedIds.set(id, number)).catch(() => undefined)
  return made
}

async function read(path: string, type: string, send: Send): Promise<JsonObject> {
  const { exchange } = await send({ method: 'GET', path })
  if (isResource(exchange.response?.body)) return exchange.response.body
  throw new Ended('blocked', `created a ${type}, but cannot read it back: ${answerOf(exchange)}`, exchange)
}

function isResource(body: Json | undefined): body is JsonObject {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && typeof body.id === 'string'
}

function answerOf({ request, response, failure }: Exchange): string {
  const call = `${request.method} ${request.path}`
  if (failure) return `${call} got no answer (${failure.message})`
  const body = response?.body
  const detail = typeof body === 'object' && body !== null && !Array.isArray(body) ? body.detail : undefined
  return `${call} answered ${response?.status}${typeof detail === 'string' ? ` "${detail.slice(0, 200)}"` : ''}`
}

function endpointOf(resource: string, facts: Facts): string {
  const type = resourceTypeOf(facts, resource)
  if (!type) throw new Ended('blocked', `the target has no resource type ${resource}`)
  return type.endpoint
}

const POLL = 100
/** However long a target may take: what a check sends at most is told beforehand. */
const PAUSES = 10

async function poll(
  look: () => Promise<Exchange>,
  until: (exchange: Exchange) => boolean,
  settle: number,
): Promise<Exchange> {
  const end = performance.now() + settle
  const pause = Math.max(POLL, settle / PAUSES)
  for (;;) {
    const exchange = await look()
    if (until(exchange) || performance.now() >= end) return exchange
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

async function withinDeadline<T>(
  work: Promise<T>,
  ms: number,
  reason = `not done within ${ms / 1000} s`,
  onEnd: (late: Ended) => void = () => undefined,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const ended = new Ended('blocked', reason)
      onEnd(ended)
      reject(ended)
    }, ms)
  })
  // The work may fail after its time was up; nobody waits for it then.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const AT_ONCE = 8

/**
 * In reverse order of creation, those of one collection side by side. What cannot be removed stays in the journal and is
 * swept at the end of the run.
 */
async function cleanUp(made: readonly string[], item: Item, { client, stopped }: Bench): Promise<void> {
  const todo = [...made].reverse().filter((path) => client.guard.owns(path.slice(path.lastIndexOf('/') + 1)))
  const hope = createHope()
  const remove = async (path: string) => {
    if (stopped?.() || !hope.isThere()) return
    await client
      .exchange({ method: 'DELETE', path }, item.id)
      .then(({ raw }) => hope.note(raw !== undefined))
      .catch(() => undefined)
  }
  for (const alike of byCollection(todo))
    await sideBySide(alike.length, (n) => remove(alike[n] as string), AT_ONCE)
}

/** Neighbours of one collection together; the order stays. */
function byCollection(paths: readonly string[]): string[][] {
  const collection = (path: string) => path.slice(0, path.lastIndexOf('/'))
  const parts: string[][] = []
  for (const path of paths) {
    const last = parts.at(-1)
    if (last && collection(last[0] as string) === collection(path)) last.push(path)
    else parts.push([path])
  }
  return parts
}
