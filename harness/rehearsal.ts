import type { RequirementId } from '#requirements'
import type { Json, ScimRequest, ScimResponse } from '#scim'
import type { Bar } from './bar.ts'
import { ExchangeIds, type StoryStep } from './story.ts'
import { type Finding, outcomeOf, type Verdict } from './verdict.ts'

/** One request of a simulated identity provider, with what is worth knowing about it. */
export interface RehearsalStep {
  readonly request: ScimRequest
  /** What happened in the organisation, and which habits of the dialect shaped the request. Kept in the record. */
  readonly note: Json
  /** Milliseconds to wait before it is sent. */
  readonly pause?: number
  /** Writes that follow one after the other, as far as can be told before the target has answered. */
  readonly writes?: readonly ScimRequest[]
  /** Plain reads that follow, in whatever order, before anything is written; what was said of them before is void. */
  readonly reads?: readonly ScimRequest[]
  /** How many synchronisations were over before it. */
  readonly synced?: number
}

/** A difference between directory and target after a synchronisation, or a request that stopped the provider. */
export interface Divergence {
  readonly requirement: RequirementId
  /** `person kari`, `group nurses`. */
  readonly object: string
  /** Attribute path, `members`, `existence` or `answer`. */
  readonly attribute: string
  readonly expected: Json
  readonly actual: Json | undefined
  readonly cost: NonNullable<Finding['cost']>
  /** Index of the first step that caused it. */
  readonly step?: number
  /** The exchange of that step, once it is known. */
  readonly exchange?: string
  readonly note?: string
}

export interface RehearsalResult {
  readonly divergences: readonly Divergence[]
  /** How many comparisons of directory and target were made: none means that nothing was shown. */
  readonly comparisons: number
  /** One line for each thing that happened, for the timeline; `at` says how many requests went before it. */
  readonly timeline: readonly Json[]
  /** The evidence for each habit that shaped a request. */
  readonly habits?: Readonly<
    Record<string, { readonly says: string; readonly source: string; readonly confidence: string }>
  >
}

/** The answer to a step; `status` 0 stands for no answer at all. */
export type RehearsalAnswer = ScimResponse

/**
 * A scenario in a dialect: a client as a coroutine. The harness drives it over HTTP, a test drives it against the
 * endpoint function without a socket.
 */
export interface Rehearsal {
  /** `<dialect>/<scenario>`. */
  readonly id: string
  readonly title: string
  readonly proves: readonly RequirementId[]
  /** Milliseconds that a long play may take; short ones have the time of a few checks. */
  readonly patience?: number
  /** @param run names everything that the play creates, so that it can be told from what was there before */
  start(run: {
    readonly tag: string
    readonly seed: string
    /** In which the target wants all addresses. */
    readonly domain?: string
    /** Milliseconds within which the target promises to show its own writes everywhere. */
    readonly settle?: number
    /** Hears each line of the timeline as it is told; the result has none of them then. */
    readonly onTold?: (entry: Json) => void
  }): Generator<RehearsalStep, RehearsalResult, RehearsalAnswer>
}

/** What the record keeps of a play, so that it can be judged again and told. Redacted. */
export interface PlayRecord {
  readonly result: RehearsalResult
  /** The steps with their exchanges; of a long play that was read back, those that are shown. */
  readonly steps: readonly StoryStep[]
  /** How many requests there were, where they are in the record one by one. */
  readonly requests?: number
  /** Of those, the ids: all, or the first and the last. */
  readonly exchanges?: readonly string[]
}

/** How many requests a play sent, whether all of them are at hand or not. */
export const requestsOf = ({ requests, steps }: PlayRecord): number => requests ?? steps.length

export function judgePlay(
  play: Pick<Rehearsal, 'id' | 'title' | 'proves'>,
  record: PlayRecord,
  bar: Bar,
): Verdict {
  const { result } = record
  const findings = result.divergences.map((divergence) => toFinding(divergence, record, bar))
  const base = { id: play.id, kind: 'play', title: play.title, requirements: play.proves } as const
  const exchanges = record.exchanges ?? citedOf(record)
  const claims = Object.fromEntries(play.proves.map((requirement) => [requirement, result.comparisons]))
  if (requestsOf(record) === 0 || (result.comparisons === 0 && findings.length === 0)) {
    return {
      ...base,
      outcome: 'error',
      claims: {},
      findings: [],
      exchanges,
      reason: 'the play compared nothing with the target',
    }
  }
  return { ...base, outcome: outcomeOf(findings), claims, findings, exchanges }
}

function citedOf({ steps }: PlayRecord): string[] {
  const ids = new ExchangeIds()
  for (const { exchange } of steps) ids.add(exchange)
  return ids.cited()
}

function toFinding(divergence: Divergence, { steps }: PlayRecord, bar: Bar): Finding {
  const { requirement, object, attribute, expected, actual, cost, step, note } = divergence
  const exchange = divergence.exchange ?? (step === undefined ? undefined : steps[step]?.exchange)
  return {
    requirement,
    level: bar.requirement(requirement).level,
    severity: bar.severity(requirement),
    what: `${object}: ${attribute}`,
    expected,
    ...(actual === undefined ? { actual: null, absent: true } : { actual }),
    cost,
    ...(exchange ? { exchange } : {}),
    ...(note ? { note } : {}),
  }
}
