/** Rules about clients: what an identity provider sends to the endpoint that `serve --record` offers it. */

import type { RequirementId } from '#requirements'
import type { Exchange } from '#scim'
import type { Claims } from './claim.ts'
import type { Facts } from './facts.ts'

/** Everything that a client sent in a session and was answered, in order of arrival; `at` counts from its beginning. */
export type Trace = readonly Exchange[]

export interface ClientRuleDefinition<P extends readonly RequirementId[]> {
  /** `client/<fact>`, behind the profile's id where it is a profile's: the path of the file. Never reused. */
  readonly id: string
  /** A statement about a client that keeps to it, at most 70 characters. */
  readonly title: string
  readonly proves: P
  /** Facts about who is hurt when it is red, with the source. */
  readonly breaks?: string
  /** Whether a session ends as soon as a request breaks it: then more of the same would do harm. */
  readonly stops?: true
  /**
   * Looks at the whole session. Makes no claim where the rule does not apply. The exchanges are redacted, so that a
   * record is judged as the session was: an identity number is the same placeholder everywhere (`isIdentityNumber`).
   */
  judge(trace: Trace, claim: Claims<P[number]>, facts: Facts): void
  /** What a client that breaks the rule would have sent. Called with a session on which `judge` made a claim. */
  counterexample(trace: Trace, facts: Facts): Trace | readonly Trace[]
}

export interface ClientRule extends ClientRuleDefinition<readonly RequirementId[]> {
  readonly kind: 'client-rule'
}

export function defineClientRule<const P extends readonly RequirementId[]>(
  definition: ClientRuleDefinition<P>,
): ClientRule {
  return { kind: 'client-rule', ...definition } as unknown as ClientRule
}
