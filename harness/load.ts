/** How much load checks put on a target. A run has it only where it was asked for (`--load`). */
export interface Load {
  /** Members of the largest group. */
  readonly members: number
  /** Users that are there before one is looked for. */
  readonly users: number
  /** Requests that are sent at the same time, as far as the run's `concurrency` lets them. */
  readonly atOnce: number
  /** Requests a second, as an identity provider sends them. */
  readonly rate: number
  /** Seconds for which they are sent. */
  readonly seconds: number
  /** Milliseconds that an identity provider waits for an answer. */
  readonly patience: number
  /** Minutes for all load checks together. What was made is removed after that, whatever time it takes. */
  readonly minutes: number
}

/**
 * Microsoft names 25 requests a second for a tenant (idp/entra.md, ENT-183). Five seconds is the shortest wait that is known
 * (mitodl/keycloak-scim). At a thousand many a list and many a lookup ends.
 */
export const USUAL_LOAD: Load = {
  members: 10_000,
  users: 1_001,
  atOnce: 20,
  rate: 25,
  seconds: 20,
  patience: 5_000,
  minutes: 30,
}

/** The most that one load check sends and makes. Sending or making more is an error of the check. */
export interface LoadBudget {
  /** Requests, `given` and each look of `eventually` included; what is shared and tidying up are not. */
  readonly requests: number
  /** Resources: whatever a POST could create counts, whether it did or not. */
  readonly makes: number
}

/** Milliseconds that are left for load checks. The clock starts when it is first looked at. */
export function loadClock({ minutes }: Pick<Load, 'minutes'>, now = () => performance.now()): () => number {
  let end: number | undefined
  return () => {
    end ??= now() + minutes * 60_000
    return Math.max(0, end - now())
  }
}
