import type { Json, JsonObject, ScimRequest, ScimResponse } from '#scim'
import { converge } from './converge.ts'
import type { Dialect, Habit } from './dialect.ts'
import { createDirectory, type Directory } from './directory/directory.ts'
import { byHand } from './engine/by-hand.ts'
import { connect, cycle, groupOnDemand, importNow, onDemand, provisionNow } from './engine/cycle.ts'
import { innerKey, memberLink } from './engine/members.ts'
import { approve, changeMapping, changePassword, push, restart } from './engine/orders.ts'
import { type Asking, Session } from './engine/session.ts'
import { MOST_WAITING } from './engine/throttling.ts'
import { viewOf } from './engine/view.ts'
import { expectedWhole, judgeExpectations } from './expectations.ts'
import { type Run, scenarioFor } from './run.ts'
import { describeMoment, isEvent, type Moment } from './scenario/moment.ts'
import type { Scenario } from './scenario.ts'

export interface PlayStep {
  readonly request: ScimRequest
  /** What happened in the organisation, and which habits of the dialect shaped the request. */
  readonly note: Json
  /** Milliseconds to wait before it is sent. */
  readonly pause?: number
  /** Writes that follow one after the other, as far as can be told before the target has answered. */
  readonly writes?: readonly ScimRequest[]
  /** Plain reads that follow, in whatever order, before anything is written; what was said of them before is void. */
  readonly reads?: readonly ScimRequest[]
  /** How many synchronisations were over before it. */
  readonly synced: number
}

/** What a difference costs the organisation. */
export type Cost = 'access not revoked' | 'data lost' | 'wrong access' | 'provisioning blocked' | 'cosmetic'

export type SimulatorRequirement = 'sim/converges' | 'sim/tolerates-habits' | 'sim/answers'

export interface Divergence {
  readonly requirement: SimulatorRequirement
  /** `person kari`, `group nurses`, `connection`. */
  readonly object: string
  /** Attribute path as in a PATCH, `members`, `id`, `existence` or `answer`. */
  readonly attribute: string
  readonly expected: Json
  readonly actual: Json | undefined
  readonly cost: Cost
  /** Index of the first step that caused it, from 0. */
  readonly step?: number
  readonly note?: string
}

export interface PlayResult {
  readonly divergences: readonly Divergence[]
  readonly comparisons: number
  readonly timeline: readonly Json[]
  /** The evidence for each habit that shaped a request. */
  readonly habits: Readonly<Record<string, Pick<Habit, 'says' | 'source' | 'confidence'>>>
}

/** A scenario in a dialect: a client as a coroutine, to be driven by whoever can get an answer. */
export interface Play {
  /** `<dialect>/<scenario>`. */
  readonly id: string
  readonly title: string
  readonly proves: readonly SimulatorRequirement[]
  /** Milliseconds that it may take on a slow target. */
  readonly patience: number
  /** Never throws, whatever the answers, and always ends. An answer with `status` 0 stands for none at all. */
  start(run: Run): Generator<PlayStep, PlayResult, ScimResponse>
}

const SECONDS_FOR_EACH = 2

export function createPlay(scenario: Scenario, dialect: Dialect): Play {
  return {
    id: `${dialect.id}/${scenario.id}`,
    title: `${scenario.title} (${dialect.title})`,
    proves: ['sim/converges', 'sim/tolerates-habits', 'sim/answers'],
    patience: (scenario.people.size + scenario.timeline.length) * SECONDS_FOR_EACH * 1_000 + MOST_WAITING,
    start: (run) => new Performance(scenarioFor(scenario, run), dialect, run).perform(),
  }
}

/** Whether the scenario is meant for this dialect. */
export function isFor(scenario: Scenario, { id }: Dialect): boolean {
  return scenario.dialects === undefined || scenario.dialects.includes(id)
}

type Own = ReturnType<typeof scenarioFor>

/** Memberships told of after a synchronisation. */
const MOST_SHOWN = 2_000

/** One play under way. */
class Performance {
  private readonly scenario: Own
  private readonly session: Session
  private readonly directory: ReturnType<typeof createDirectory>
  /** The directory as the provider sees it. */
  private readonly seen: Directory

  constructor(scenario: Own, dialect: Dialect, run: Run) {
    this.scenario = scenario
    this.session = new Session(dialect, run, scenario.policy)
    const formed = new Set<string>()
    for (const moment of scenario.timeline) if (moment.kind === 'form') formed.add(moment.group)
    const directory = createDirectory(scenario.people, scenario.groups, formed)
    this.directory = directory
    this.seen = viewOf(this.session, directory)
    this.session.seen.keepWhole(expectedWhole(scenario.expect))
    this.session.isEmployed = (key) => directory.people.has(key)
  }

  *perform(): Generator<PlayStep, PlayResult, ScimResponse> {
    const { session, scenario } = this
    yield* byHand.existing(session, scenario.existing)
    yield* connect(session, scenario.named)
    for (const moment of scenario.timeline) yield* this.live(moment)
    if (session.complete) judgeExpectations(session, scenario.expect, this.directory)
    const { divergences, comparisons, timeline, habitsShown: habits } = session
    return { divergences, comparisons, timeline, habits }
  }

  private *live(moment: Moment): Asking<void> {
    const { session, directory, seen } = this
    if (moment.kind !== 'sync') session.tell({ event: describeMoment(moment) })
    if (moment.kind !== 'sync' && !isEvent(moment)) session.isSettled = false
    switch (moment.kind) {
      case 'sync':
        return yield* this.synchronise()
      case 'wait':
        session.clock.hours += moment.hours
        return
      case 'outage':
        return session.network.breakDown(moment.after, moment.status)
      case 'recovery':
        return session.network.recover()
      case 'throttle':
        return session.network.throttle(moment.requests, moment.retryAfter, moment.after)
      case 'lost answer':
        return session.network.loseAnswer(moment.object)
      case 'sent twice':
        return session.network.double(moment.object)
      case 'vanish':
        return yield* byHand.vanish(session, moment.object)
      case 'drift':
        return yield* byHand.drift(session, moment)
      case 'mapping':
        return changeMapping(session, moment.policy)
      case 'other source':
        return yield* byHand.otherSource(session, moment)
      case 'restart':
        return restart(session)
      case 'approve':
        return approve(session)
      case 'done':
        return session.gates.open(moment.gate)
      case 'on demand':
        return 'group' in moment
          ? yield* groupOnDemand(session, seen, moment.group, moment.members)
          : yield* onDemand(session, seen, moment.person)
      case 'push':
        return yield* push(session, seen, moment.group)
      case 'import':
        return yield* importNow(session)
      case 'password':
        return yield* changePassword(session, seen, moment.person)
      default: {
        directory.happen(moment)
        session.happened(moment)
        if (session.dialect.rhythm === 'event') yield* provisionNow(session, seen, moment)
      }
    }
  }

  private *synchronise(): Asking<void> {
    const { session, directory, seen } = this
    session.clock.nextCycle()
    session.beginCycle()
    session.complete = false
    const before = session.divergences.length
    const finished = yield* cycle(session, seen)
    if (finished) {
      const mark = session.mark()
      yield* converge(session, seen)
      if (session.gaveTime(mark)) yield* converge(session, seen)
    }
    session.endCycle(session.divergences.length - before, membership(session, directory))
  }
}

/**
 * Who is in which group after a synchronisation, by key: in the directory, and in the target where that could be read.
 * Accounts that are not of the story are counted as `?`. Nothing where there are more than anybody would read.
 */
function membership(session: Session, { groups }: Directory): JsonObject {
  const all = [...groups.values()].reduce((sum, { members }) => sum + members.size, 0)
  if (all > MOST_SHOWN) return {}
  const shown = [...groups.values()].map(({ key, members, inner }) => {
    const seen = session.complete ? session.seen.membersOf(`group ${key}`) : undefined
    const link = session.groups.get(key)
    const isFresh = link !== undefined && link.held === undefined && !link.lost
    const known = (id: string) => (memberLink(session, id) ? id : '?')
    const entry: JsonObject = { directory: [...members, ...[...inner].map(innerKey)] }
    if (seen && isFresh) entry.target = seen.map(known)
    return [key, entry] as const
  })
  return shown.length > 0 ? { groups: Object.fromEntries(shown) } : {}
}
