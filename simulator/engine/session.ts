import { isObject, type Json, type JsonObject, member, type ScimRequest, type ScimResponse } from '#scim'
import type { Dialect, Draft, Habit } from '../dialect.ts'
import { concerns, describeEvent, type Event } from '../directory/event.ts'
import type { Cost, Divergence, PlayStep } from '../play.ts'
import type { Conveyed, Values } from '../wire/attribute.ts'
import { guidFrom } from '../wire/hash.ts'
import { Trail } from './trail.ts'

/** What the provider knows about one person or group in the target. */
export interface Link {
  readonly kind: 'person' | 'group'
  readonly key: string
  /** The target's id; absent until a create was answered with one. */
  id?: string
  /** What was conveyed last, as far as the provider knows. */
  sent: Values
  /** Everything that was ever conveyed. */
  readonly ever: Set<Conveyed>
  /** Removed from the directory and deleted here. */
  deleted: boolean
  /** The target does not know the id any more. */
  lost: boolean
  /** Groups: keys of persons who were added. */
  readonly members: Set<string>
  /** Groups: keys of persons who were ever added. */
  readonly everMembers: Set<string>
  /** Persons: the manager's id that was set last; null: taken away. */
  manager?: string | null
}

export interface Answer {
  readonly status: number
  readonly body: Json | undefined
  readonly location: string | undefined
  readonly step: number
  readonly ok: boolean
}

/** What a request is for. `attributes` are those that it addresses; without them it changes nothing. */
interface Purpose {
  readonly object: string
  readonly doing: string
  /** Keys of persons and groups; their events explain the request. */
  readonly keys: readonly string[]
  readonly attributes?: readonly string[]
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
  readonly dialect: Dialect
  readonly divergences: Divergence[] = []
  readonly timeline: Json[] = []
  readonly trail = new Trail()
  readonly people = new Map<string, Link>()
  readonly groups = new Map<string, Link>()
  /** Ids that answers to our creates gave away. Nothing else is ever written to. */
  readonly made = new Set<string>()
  /** What was read back last, by `person kari`; `null` where it was gone. */
  readonly seen = new Map<string, Json>()
  /** Objects about which nothing more can be said. */
  readonly muted = new Set<string>()
  comparisons = 0
  /** Whether any group has shown members, if only that it has none. */
  showsMembers = false
  /** Whether everything could be read back after the last synchronisation. */
  complete = false
  sync = 0
  private readonly seed: string
  private readonly reported = new Map<string, string>()
  private pending: Event[] = []
  private steps = 0
  private before = 0

  constructor(dialect: Dialect, seed: string) {
    this.dialect = dialect
    this.seed = seed
  }

  happened(event: Event): void {
    this.pending.push(event)
  }

  beginCycle(): void {
    this.sync += 1
    this.before = this.steps
    this.trail.begin()
  }

  endCycle(found: number): void {
    this.timeline.push({ sync: this.sync, requests: this.steps - this.before, differences: found })
    this.pending = []
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
    const departs = habits.flatMap((habit) => habit.departs ?? [])
    const confidence = leastOf(habits)
    const note = { ...this.noteFor(purpose), habits: [...draft.habits], departs, confidence }
    const answer = yield* this.exchange(draft.request, note)
    const { object, attributes = [] } = purpose
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

  /** Reads back, in plain RFC form whatever the dialect. @throws CycleStopped on 401 */
  *readBack(path: string, object: string): Asking<Answer> {
    const note = { event: `sync ${this.sync}`, doing: 'read back', object, habits: [], departs: [] }
    const answer = yield* this.exchange({ method: 'GET', path }, note)
    if (answer.status === 401) throw new CycleStopped('reading back answered 401', answer.step)
    return answer
  }

  /** Reports a difference unless the same one has been reported before. */
  diverge(divergence: Omit<Divergence, 'requirement'> & Partial<Divergence>, id = ''): void {
    const { object, attribute, expected, actual, step } = divergence
    const key = `${object} ${attribute} ${id}`
    const value = JSON.stringify([id === '' ? expected : '', id === '' ? (actual ?? null) : ''])
    if (this.reported.get(key) === value) return
    this.reported.set(key, value)
    const requirement = divergence.requirement ?? this.trail.requirementOf(step)
    const note = divergence.note ?? this.trail.describe(step)
    const { note: _, ...rest } = divergence
    this.divergences.push({ ...rest, requirement, ...(note === undefined ? {} : { note }) })
    this.timeline.push({ sync: this.sync, difference: `${object}: ${attribute}`, cost: divergence.cost })
  }

  /** What was different is as it should be: if it goes wrong again, that is news. */
  agree(object: string, attribute: string, id = ''): void {
    this.reported.delete(`${object} ${attribute} ${id}`)
  }

  /** Whether a difference of this object has been reported and not been mended since. */
  differs(object: string): boolean {
    return [...this.reported.keys()].some((key) => key.startsWith(`${object} `))
  }

  problem(object: string, what: string): void {
    this.timeline.push({ sync: this.sync, object, problem: what })
  }

  refusal(object: string, answer: Answer, cost: Cost = 'provisioning blocked'): void {
    const { status: actual, step } = answer
    const requirement = this.trail.at(step) ? {} : { requirement: 'sim/answers' as const }
    this.diverge({ object, attribute: 'answer', expected: 200, actual, cost, step, ...requirement })
  }

  private noteFor({ object, doing, keys }: Purpose): JsonObject {
    const about = (event: Event) => keys.filter((key) => concerns(event, key)).length
    const exactly = this.pending.filter((event) => about(event) === keys.length)
    const events = exactly.length > 0 ? exactly : this.pending.filter((event) => about(event) > 0)
    const story = events.map(describeEvent).join('; ')
    return { event: story || `sync ${this.sync}`, doing, object }
  }

  private *exchange(request: ScimRequest, note: JsonObject): Asking<Answer> {
    const step = this.steps++
    const response: unknown = yield { request, note }
    return understood(response, step)
  }
}

/** Whoever drives the play may hand in anything. */
function understood(response: unknown, step: number): Answer {
  const raw = isObject(response) ? response : {}
  const found = member(raw, 'status')
  const status = typeof found === 'number' && Number.isInteger(found) ? found : 0
  const location = member(member(raw, 'headers'), 'location')
  return {
    status,
    body: member(raw, 'body'),
    location: typeof location === 'string' ? location : undefined,
    step,
    ok: status >= 200 && status < 300,
  }
}

/** A request is known as well as the least known of its habits. */
function leastOf(habits: readonly Habit[]): Habit['confidence'] {
  const all = new Set(habits.map(({ confidence }) => confidence))
  if (all.has('inferred')) return 'inferred'
  return all.has('observed') ? 'observed' : 'documented'
}
