import { isObject, type Json, type JsonObject, member, type ScimRequest, type ScimResponse } from '#scim'
import type { Dialect, Draft, Exchanges, Habit } from '../dialect.ts'
import { describeEvent, type Event } from '../directory/event.ts'
import { Numbers } from '../directory/numbers.ts'
import type { Cost, Divergence, PlayStep } from '../play.ts'
import { PLAIN_POLICY, type Policy } from '../policy.ts'
import type { Run } from '../run.ts'
import type { Values } from '../wire/attribute.ts'
import { guidFrom } from '../wire/hash.ts'
import { usableId } from './answers.ts'
import { Clock } from './clock.ts'
import { Gates } from './gates.ts'
import { Imported } from './imported.ts'
import { type Link, Links, nameOf } from './link.ts'
import { Network } from './network.ts'
import { Pending } from './pending.ts'
import { Seen } from './seen.ts'
import { MOST_WAITING, Patience, secondsUntil } from './throttling.ts'
import { Trail } from './trail.ts'

export interface Answer {
  readonly status: number
  readonly body: Json | undefined
  readonly location: string | undefined
  /** Index of the request; below 0 where it never left the provider. */
  readonly step: number
  readonly ok: boolean
  /** Seconds or a date, where the target asks for time. */
  readonly retryAfter?: string
  readonly date?: string
}

/** What a request is for. `attributes` are those that it addresses; without them it changes nothing. */
interface Purpose {
  readonly object: string
  readonly doing: string
  /** Keys of persons and groups; their events explain the request. */
  readonly keys: readonly string[]
  readonly attributes?: readonly string[]
}

interface Mark {
  readonly divergences: number
  readonly timeline: number
  readonly comparisons: number
  readonly reported: ReadonlyMap<string, Map<string, string>>
}

/** Thrown inside a cycle: the target does not let the provider in any more. */
export class CycleStopped extends Error {
  override readonly name = 'CycleStopped'
  readonly step: number

  constructor(why: string, step: number) {
    super(why)
    this.step = step
  }
}

export type Asking<Result> = Generator<PlayStep, Result, ScimResponse>

/** Everything that changes while a play runs. */
export class Session {
  /** As it is set up now. */
  dialect: Dialect
  readonly divergences: Divergence[] = []
  /** What was told so far, where nobody hears it at once. */
  readonly timeline: Json[] = []
  policy: Policy
  /** The dialect before any settings. */
  private readonly plain: Dialect
  readonly clock: Clock
  readonly network = new Network()
  /** Numbers of objects: `person kari`. */
  private readonly objects = new Numbers()
  /** Numbers of keys in the story, and of what else stands for somebody in a group. */
  private readonly keys = new Numbers()
  readonly trail = new Trail(this.objects, this.keys)
  readonly imported = new Imported()
  readonly people = new Links('person', this.keys)
  readonly groups = new Links('group', this.keys)
  /** Ids that answers to our creates gave away, as far as they are not linked: nearly all are. */
  private readonly given = new Set<string>()
  /** Accounts that were there before, by id: the key of whom they are like. */
  readonly others = new Map<string, string>()
  /** What was read back last. */
  readonly seen = new Seen(this.objects)
  /** Objects about which nothing more can be said. */
  readonly muted = new Set<string>()
  /** Names that are taken without the provider knowing: put there by hand, or made and forgotten: `person kari@…`. */
  private readonly takenNames = new Set<string>()
  /** Whom the directory has, by key; a link of anybody else may be taken over. */
  isEmployed: (key: string) => boolean = () => true
  /** Objects about which a request or an answer did not arrive, until a cycle in which they are due again. */
  private readonly disturbed = new Set<string>()
  comparisons = 0
  /** Whether any group has shown members, if only that it has none. */
  showsMembers = false
  /** Whether it was said that memberships cannot be read back at all. */
  saidUnseen = false
  /** Whether everything could be read back after the last synchronisation. */
  complete = false
  sync = 0
  /** Whether everything was sent that was due, and nothing else has happened since than is sent at once. */
  isSettled = false
  /** Synchronisations that are over. */
  private synced = 0
  /** What must be done before the first write. */
  readonly gates: Gates
  /** Disables and deletions of this cycle wait for somebody's approval. */
  deletionsHeld = false
  deletionsApproved = false
  /** Failed objects of this cycle. */
  private failed = 0
  private readonly used = new Set<string>()
  /** In the names of everything that the play makes. */
  readonly tag: string
  private readonly seed: string
  private readonly settle: number
  private readonly onTold: Run['onTold']
  /** What is told may have to be forgotten again. */
  private isMarked = false
  /** For waiting on a busy target. */
  private readonly patience = new Patience(MOST_WAITING)
  /** Milliseconds to wait before the next request. */
  private pause = 0
  /** To be foreseen with the next request. */
  private writes: readonly ScimRequest[] = []
  /** To be told with the next request. */
  private reads: readonly ScimRequest[] | undefined
  /** Differences that were reported and not mended since: object, then attribute. */
  private readonly reported = new Map<string, Map<string, string>>()
  /** What happened since the last synchronisation, by the keys of those concerned. */
  private readonly pending = new Pending(this.keys)
  private steps = 0
  /** Requests that never left the provider count downwards. */
  private unsent = 0
  private before = 0
  private comparedBefore = 0

  constructor(dialect: Dialect, { tag, seed, settle = 0, onTold }: Run, policy: Partial<Policy> = {}) {
    this.tag = tag
    this.seed = seed
    this.settle = settle
    this.onTold = onTold
    this.policy = { ...PLAIN_POLICY, ...dialect.policy, ...policy }
    this.plain = dialect
    this.dialect = dialect.configured?.(this.policy) ?? dialect
    this.clock = new Clock(this.policy)
    this.gates = new Gates(this.policy.gates)
  }

  /** An administrator has changed settings that say how people and groups are mapped. */
  configure(changes: Partial<Policy>): void {
    this.policy = { ...this.policy, ...changes }
    this.dialect = this.plain.configured?.(this.policy) ?? this.plain
  }

  /** What was found so far: to be gone back to where a target may need time to show its own writes everywhere. */
  mark(): Mark {
    this.isMarked = this.settle > 0
    const copied = this.isMarked ? this.reported : []
    const reported = new Map([...copied].map(([object, known]) => [object, new Map(known)]))
    const { length: divergences } = this.divergences
    return { divergences, timeline: this.timeline.length, comparisons: this.comparisons, reported }
  }

  /**
   * Whether differences were found since the mark in a target that promises to show its writes within some time. Then
   * they are forgotten, and the next request waits for as long.
   */
  gaveTime({ divergences, timeline, comparisons, reported }: Mark): boolean {
    this.isMarked = false
    if (this.settle === 0 || this.divergences.length === divergences) {
      this.handOver()
      return false
    }
    this.divergences.length = divergences
    this.timeline.length = timeline
    this.comparisons = comparisons
    this.reported.clear()
    for (const [object, known] of reported) this.reported.set(object, known)
    this.pause = this.settle
    return true
  }

  happened(event: Event): void {
    this.pending.add(event)
  }

  beginCycle(): void {
    this.sync += 1
    this.before = this.steps
    this.comparedBefore = this.comparisons
    this.failed = 0
    for (const object of this.disturbed) if (this.isDueAgain(object)) this.disturbed.delete(object)
    this.trail.begin()
    this.tell({ sync: this.sync, begins: true })
  }

  /** Whether so much went wrong in this cycle that the job is suspended. */
  get isOverThreshold(): boolean {
    const { quarantineFailures, quarantineShare } = this.policy
    return this.failed >= quarantineFailures && this.failed > quarantineShare * this.trail.objectsTried
  }

  /** Something about the object went wrong: it is tried again, ever more rarely. */
  failure(link: Link, what: string): void {
    this.failed += 1
    link.failures += 1
    link.retryAt = this.clock.backOff(link.failures)
    this.problem(nameOf(link), what)
  }

  success(link: Link): void {
    link.failures = 0
    link.retryAt = 0
  }

  /** Whether the object is due: nothing failed lately, or long enough ago. */
  isDue(link: Link): boolean {
    return link.retryAt <= this.clock.hours
  }

  /** @param membership who is in which group, in the directory and as the target showed it */
  endCycle(found: number, membership: JsonObject = {}): void {
    this.trail.end()
    this.synced = this.sync
    const compared = this.comparisons - this.comparedBefore
    const requests = this.steps - this.before
    this.tell({ sync: this.sync, requests, compared, differences: found, ...membership })
    this.pending.clear()
  }

  /** One line of the timeline; `at` says how many requests went before it. */
  tell(entry: JsonObject): void {
    this.timeline.push({ ...entry, at: this.steps })
    this.handOver()
  }

  /** Nothing is kept of what somebody hears. */
  private handOver(): void {
    if (!this.onTold || this.isMarked) return
    for (const entry of this.timeline) this.onTold(entry)
    this.timeline.length = 0
  }

  /** The evidence for each habit that shaped a request so far. */
  get habitsShown(): Record<string, Pick<Habit, 'says' | 'source' | 'confidence'>> {
    const known = [...this.used].sort().flatMap((id) => {
      const habit = Object.hasOwn(this.dialect.habits, id) ? this.dialect.habits[id] : undefined
      return habit ? [[id, habit] as const] : []
    })
    return Object.fromEntries(
      known.map(([id, { says, source, confidence }]) => [id, { says, source, confidence }]),
    )
  }

  /** An id nobody has, the same for the same word within a cycle. */
  guid(word: string): string {
    return guidFrom(`${this.seed} cycle ${this.sync} ${word}`)
  }

  /** Sends what the dialect says. @throws CycleStopped on 401 */
  *send(draft: Draft, purpose: Purpose): Asking<Answer> {
    const habits = draft.habits.flatMap((id) =>
      Object.hasOwn(this.dialect.habits, id) ? (this.dialect.habits[id] ?? []) : [],
    )
    for (const id of draft.habits) this.used.add(id)
    const departs = habits.flatMap((habit) => habit.departs ?? [])
    const confidence = leastOf(habits)
    const note = { ...this.noteFor(purpose), habits: [...draft.habits], departs, confidence }
    const { object, attributes = [] } = purpose
    this.trail.attempt(object)
    const answer = yield* this.sentOver(draft.request, note, object)
    this.trail.add({
      object,
      attributes,
      step: answer.step,
      departs,
      mayBeReadOtherwise: habits.some((habit) => habit.mayBeReadOtherwise === true),
      answer: answer.status,
      refused: !answer.ok,
    })
    if (answer.status === 401) throw new CycleStopped(`${draft.request.method} answered 401`, answer.step)
    return answer
  }

  /** Goes through requests that follow from each other's answers; what they create is the run's own. */
  *follow(exchanges: Exchanges, purpose: Purpose): Asking<boolean> {
    let answer: ScimResponse = { status: 0, headers: {} }
    let all = true
    for (let next = exchanges.next(); !next.done; next = exchanges.next(answer)) {
      const { status, body, ok } = yield* this.send(next.value, purpose)
      all &&= ok
      answer = { status, headers: {}, ...(body === undefined ? {} : { body }) }
    }
    return all
  }

  /** What will be written unless an answer says otherwise: so much can be prepared while something else is under way. */
  foresee(writes: readonly ScimRequest[]): void {
    this.writes = writes
  }

  /**
   * What will be read whatever the answers are, in any order, as long as nothing is written: so much can be asked for
   * together.
   */
  willRead(reads: readonly ScimRequest[]): void {
    this.reads = reads
  }

  /** A habit that shows in what is not sent. */
  shows(habit: string): void {
    this.used.add(habit)
  }

  noteTaken(kind: Link['kind'], values: Values): void {
    this.takenNames.add(nameIn(kind, values))
  }

  /** Whether something that the run put there has the name, and the provider does not know. */
  isTaken(kind: Link['kind'], wanted: Values): boolean {
    return this.takenNames.has(nameIn(kind, wanted))
  }

  /** Whether the network, not the target, is to blame for what the object looks like. */
  isDisturbed(object: string): boolean {
    return this.disturbed.has(object)
  }

  /** @param object as `nameOf` gives it */
  linkOf(object: string): Link | undefined {
    const [kind, key = ''] = object.split(' ')
    return (kind === 'person' ? this.people : this.groups).get(key)
  }

  private isDueAgain(object: string): boolean {
    const link = this.linkOf(object)
    return link === undefined || this.isDue(link)
  }

  /** What the run does to the target itself, past the provider: accounts that were there before, changes behind its back. */
  *byHand(request: ScimRequest, object: string, doing: string): Asking<Answer> {
    return yield* this.exchange(request, { event: doing, doing: 'by hand', object, habits: [], departs: [] })
  }

  /** Through the network as it is just then, again and again where the provider waits for a busy target. */
  private *sentOver(request: ScimRequest, note: JsonObject, object: string): Asking<Answer> {
    for (let tries = 1; ; tries++) {
      const stopped = this.network.intercept()
      const answer = stopped
        ? understood(stopped, --this.unsent)
        : yield* this.delivered(request, note, object)
      const waits = answer.status === 429 && this.policy.throttled === 'wait' && tries < MOST_TRIES
      if (!waits) {
        if (stopped) this.disturbed.add(object)
        return answer
      }
      if (!this.waits(secondsUntil(answer.retryAfter, tries, answer.date), stopped !== undefined, object))
        return answer
    }
  }

  /** Time of the story where the network only rehearses a busy target; where the target itself is, everybody's. */
  private waits(seconds: number, isRehearsed: boolean, object: string): boolean {
    if (isRehearsed) {
      this.clock.hours += seconds / 3_600
      this.problem(object, `answered 429: after ${seconds} s of the story it is sent again`)
      return true
    }
    if (!this.patience.takes(seconds)) {
      this.problem(
        object,
        `answered 429, and ${seconds} s are longer than the play can wait: it is not sent again`,
      )
      return false
    }
    this.pause = Math.max(this.pause, seconds * 1_000)
    this.problem(object, `answered 429: waits for ${seconds} s and sends it again`)
    return true
  }

  private *delivered(request: ScimRequest, note: JsonObject, object: string): Asking<Answer> {
    if (this.network.doubles(request, object)) yield* this.deliveredBefore(request, note, object)
    const answer = yield* this.exchange(request, note)
    if (!this.network.loses(request, object)) return answer
    this.noteMade(request, answer)
    this.disturbed.add(object)
    this.problem(object, 'the answer got lost on its way')
    return understood({ status: 0, headers: {} }, answer.step)
  }

  /** The same request once, whose answer the provider never sees. */
  private *deliveredBefore(request: ScimRequest, note: JsonObject, object: string): Asking<void> {
    const answer = yield* this.exchange(request, note)
    this.problem(
      object,
      `the request reaches the target twice; the first answer, ${answer.status}, is not seen`,
    )
    if (!this.noteMade(request, answer)) return
    const kind = request.path === '/Groups' ? 'group' : 'person'
    const name = member(request.body, kind === 'group' ? 'displayName' : 'userName')
    this.takenNames.add(nameWith(kind, name))
  }

  /** What came of a create whose answer the provider does not see is the run's own all the same. */
  private noteMade({ method }: ScimRequest, { body }: Answer): boolean {
    const id = method === 'POST' ? usableId(member(body, 'id')) : undefined
    if (id !== undefined) this.noteOwn(id)
    return id !== undefined
  }

  /** An answer to a create of ours gave the id away. */
  noteOwn(id: string): void {
    this.given.add(id)
  }

  /** Whether the run made what has the id. Nothing else is ever written to. */
  isOwn(id: string): boolean {
    return this.given.has(id) || this.people.hadId(id) || this.groups.hadId(id)
  }

  /** Reads back, in plain RFC form whatever the dialect. @throws CycleStopped on 401 */
  *readBack(path: string, object: string): Asking<Answer> {
    const note = { event: `sync ${this.sync}`, doing: 'read back', object, habits: [], departs: [] }
    const answer = yield* this.exchange(plainRead(path), note)
    if (answer.status === 401) throw new CycleStopped('reading back answered 401', answer.step)
    return answer
  }

  /** Reports a difference unless the same one has been reported before. */
  diverge(divergence: Omit<Divergence, 'requirement'> & Partial<Divergence>, id = ''): void {
    const { object, attribute, expected, actual } = divergence
    const step = divergence.step !== undefined && divergence.step < 0 ? undefined : divergence.step
    const key = `${attribute} ${id}`
    const value = JSON.stringify([id === '' ? expected : '', id === '' ? (actual ?? null) : ''])
    const known = this.reported.get(object) ?? new Map<string, string>()
    if (known.get(key) === value) return
    this.reported.set(object, known.set(key, value))
    const requirement = divergence.requirement ?? this.trail.requirementOf(step)
    const note = divergence.note ?? this.trail.describe(step, object)
    const { note: _, step: __, ...rest } = divergence
    this.divergences.push({
      ...rest,
      requirement,
      ...(step === undefined ? {} : { step }),
      ...(note === undefined ? {} : { note }),
    })
    this.tell({ sync: this.sync, difference: `${object}: ${attribute}`, cost: divergence.cost })
  }

  /** What was different is as it should be: if it goes wrong again, that is news. */
  agree(object: string, attribute: string, id = ''): void {
    this.trail.confirm(object)
    const known = this.reported.get(object)
    if (known?.delete(`${attribute} ${id}`) && known.size === 0) this.reported.delete(object)
  }

  /** Whether a difference of this object (or of this attribute of it) has been reported and not been mended since. */
  differs(object: string, attribute?: string): boolean {
    const known = this.reported.get(object)
    if (!known || attribute === undefined) return known !== undefined
    return [...known.keys()].some((key) => key.startsWith(`${attribute} `))
  }

  /** The userName that was conveyed last of who has the id. */
  nameOfId(id: string): string {
    return String(this.people.withId(id)?.sent.get('userName') ?? '')
  }

  problem(object: string, what: string): void {
    this.isSettled = false
    this.tell({ sync: this.sync, object, problem: what })
  }

  refusal(object: string, answer: Answer, cost: Cost = 'provisioning blocked'): void {
    const { status: actual, step } = answer
    const requirement = this.trail.at(step) ? {} : { requirement: 'sim/answers' as const }
    this.diverge({ object, attribute: 'answer', expected: 200, actual, cost, step, ...requirement })
  }

  private noteFor({ object, doing, keys }: Purpose): JsonObject {
    const lists = keys.map((key) => this.pending.about(key))
    const [first = [], ...others] = lists
    const exactly = first.filter((event) => others.every((list) => list.includes(event)))
    const events = exactly.length > 0 ? exactly : [...new Set(lists.flat())]
    const shown = events.slice(0, MOST_EVENTS).map((event) => describeEvent(this.pending.event(event)))
    const story = [...shown, ...(events.length > MOST_EVENTS ? ['…'] : [])].join('; ')
    return { event: story || `sync ${this.sync}`, doing, object }
  }

  private *exchange(request: ScimRequest, note: JsonObject): Asking<Answer> {
    const step = this.steps++
    const { pause, writes, reads } = this
    this.pause = 0
    this.writes = []
    this.reads = undefined
    const response: unknown = yield {
      request,
      note,
      synced: this.synced,
      ...(pause > 0 ? { pause } : {}),
      ...(writes.length > 0 ? { writes } : {}),
      ...(reads ? { reads } : {}),
    }
    return understood(response, step)
  }
}

/** In the plainest form that the RFCs know, whatever the dialect. */
export const plainRead = (path: string): ScimRequest => ({ method: 'GET', path })

/** Told of in one note: a request about hundreds of members has as many reasons. */
const MOST_EVENTS = 12
/** Okta's figure (OKT-007). */
const MOST_TRIES = 10

const nameIn = (kind: Link['kind'], values: Values): string =>
  nameWith(kind, values.get(kind === 'person' ? 'userName' : 'displayName'))

const nameWith = (kind: Link['kind'], name: Json | undefined): string =>
  `${kind} ${String(name).toLowerCase()}`

/** Whoever drives the play may hand in anything. */
function understood(response: unknown, step: number): Answer {
  const raw = isObject(response) ? response : {}
  const found = member(raw, 'status')
  const status = typeof found === 'number' && Number.isInteger(found) ? found : 0
  const location = member(member(raw, 'headers'), 'location')
  const retryAfter = member(member(raw, 'headers'), 'retry-after')
  const date = member(member(raw, 'headers'), 'date')
  return {
    status,
    // Left to be asked for: to parse a group of thousands takes longer than all else about an answer.
    get body() {
      return member(raw, 'body')
    },
    location: typeof location === 'string' ? location : undefined,
    step,
    ok: status >= 200 && status < 300,
    ...(typeof retryAfter === 'string' ? { retryAfter: retryAfter.trim() } : {}),
    ...(typeof date === 'string' ? { date } : {}),
  }
}

/** A request is known as well as the least known of its habits. */
function leastOf(habits: readonly Habit[]): Habit['confidence'] {
  const all = new Set(habits.map(({ confidence }) => confidence))
  if (all.has('inferred')) return 'inferred'
  return all.has('observed') ? 'observed' : 'documented'
}
