import type { ReadingId, RequirementId, Severity } from '#requirements'
import type { Json } from '#scim'

export const OUTCOMES = ['error', 'fail', 'blocked', 'warn', 'pass', 'not-applicable'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Kind = 'check' | 'rule' | 'play'

/** A claim that did not hold, as data. Sentences are made of it in `wording.ts`. */
export interface Finding {
  readonly requirement: RequirementId
  readonly level: string
  readonly severity: Severity
  /** What was looked at: `status`, `scimType`, `header content-type`, `body`, … */
  readonly what: string
  readonly expected: Json
  /** `null` with `absent: true` where there was nothing. */
  readonly actual: Json
  readonly absent?: boolean
  /** JSON pointer into the response body, or into the request body when `what` says so. */
  readonly pointer?: string
  readonly exchange?: string
  /** The reading of an ambiguous text under which this answer is allowed. */
  readonly reading?: ReadingId
  /** Rehearsals: what the divergence costs, which object, and which habit of which identity provider. */
  readonly cost?: 'access not revoked' | 'data lost' | 'wrong access' | 'provisioning blocked' | 'cosmetic'
  readonly note?: string
}

/** The outcome of one check, of one case of it, of a rule over all exchanges, or of a play. */
export interface Verdict {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly outcome: Outcome
  readonly requirements: readonly RequirementId[]
  /** How many claims were made for each requirement: coverage counts these, not promises. */
  readonly claims: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  /** Findings left out because there were too many alike. */
  readonly more?: number
  /** Why it was blocked, does not apply, or is an error. */
  readonly reason?: string
  readonly exchanges: readonly string[]
}

const RANK = new Map(OUTCOMES.map((outcome, index) => [outcome, index]))

/** The worst of several outcomes, in the order of `OUTCOMES`. */
export function worst(outcomes: readonly Outcome[], none: Outcome = 'pass'): Outcome {
  return outcomes.reduce((a, b) => ((RANK.get(b) ?? 0) < (RANK.get(a) ?? 0) ? b : a), none)
}

export function outcomeOf(findings: readonly { severity: Severity }[]): Outcome {
  if (findings.some((finding) => finding.severity === 'fail')) return 'fail'
  return findings.some((finding) => finding.severity === 'warn') ? 'warn' : 'pass'
}
