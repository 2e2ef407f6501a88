import type { Json, ScimRequest, ScimResponse } from '#scim'
import { converge } from './converge.ts'
import type { Dialect } from './dialect.ts'
import { applyEvent, type Directory } from './directory/directory.ts'
import { describeEvent } from './directory/event.ts'
import { cycle } from './engine/cycle.ts'
import { Session } from './engine/session.ts'
import { judgeExpectations } from './expectations.ts'
import { type Run, scenarioFor } from './run.ts'
import type { Scenario } from './scenario.ts'

export interface PlayStep {
  readonly request: ScimRequest
  /** What happened in the organisation, and which habits of the dialect shaped the request. */
  readonly note: Json
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
}

/** A scenario in a dialect: a client as a coroutine, to be driven by whoever can get an answer. */
export interface Play {
  /** `<dialect>/<scenario>`. */
  readonly id: string
  readonly title: string
  readonly proves: readonly SimulatorRequirement[]
  /** Never throws, whatever the answers, and always ends. An answer with `status` 0 stands for none at all. */
  start(run: Run): Generator<PlayStep, PlayResult, ScimResponse>
}

export function createPlay(scenario: Scenario, dialect: Dialect): Play {
  return {
    id: `${dialect.id}/${scenario.id}`,
    title: `${scenario.title} (${dialect.title})`,
    proves: ['sim/converges', 'sim/tolerates-habits', 'sim/answers'],
    start: (run) => perform(scenarioFor(scenario, run), dialect, run),
  }
}

function* perform(
  scenario: ReturnType<typeof scenarioFor>,
  dialect: Dialect,
  run: Run,
): Generator<PlayStep, PlayResult, ScimResponse> {
  const session = new Session(dialect, run.seed)
  let directory = firstDirectory(scenario)
  for (const moment of scenario.timeline) {
    if (moment.kind === 'sync') {
      yield* synchronise(session, directory)
      continue
    }
    directory = applyEvent(directory, moment, scenario.people)
    session.happened(moment)
    session.timeline.push({ event: describeEvent(moment) })
  }
  if (session.complete) judgeExpectations(session, scenario.expect)
  const { divergences, comparisons, timeline } = session
  return { divergences, comparisons, timeline }
}

function* synchronise(session: Session, directory: Directory): Generator<PlayStep, void, ScimResponse> {
  session.beginCycle()
  session.complete = false
  const before = session.divergences.length
  const finished = yield* cycle(session, directory)
  if (finished) yield* converge(session, directory)
  session.endCycle(session.divergences.length - before)
}

/** Groups are there from the beginning, empty; people are hired. */
function firstDirectory({ groups }: ReturnType<typeof scenarioFor>): Directory {
  const all = [...groups].map(([key, group]) => [key, { key, ...group, members: new Set<string>() }] as const)
  return { people: new Map(), groups: new Map(all) }
}
