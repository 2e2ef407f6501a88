import type { Conveyed } from './wire/attribute.ts'

/** What an administrator of the identity provider sets. A dialect has defaults; a scenario may say otherwise. */
export interface Policy {
  /** Attributes by which an account is looked for, tried in this order. None: created without looking. */
  readonly matchUsers: readonly Conveyed[]
  readonly matchGroups: readonly Conveyed[]
  /** Members in one request, where differences are sent. */
  readonly membersPerRequest: number
  /** More disables and deletions than this in a cycle are held back until they are approved. */
  readonly accidentalDeletions: number
  /** Who may not use the application any more is left as is (otherwise: disabled). */
  readonly skipOutOfScope: boolean
  /** What 429 leads to: the object waits for the next cycle, or the request is sent again after the time named. */
  readonly throttled: 'next cycle' | 'wait'
  /** The job is suspended after so many failed objects in a cycle, if they are more than this share of all. */
  readonly quarantineFailures: number
  readonly quarantineShare: number
  /** Hours from one cycle to the next, and from one try in quarantine to the next. */
  readonly interval: number
  readonly quarantineTries: readonly number[]
  /** Hours after which a job in quarantine is given up. */
  readonly givesUpAfter: number
  /** Whether people who leave are disabled in the target (otherwise: deleted). */
  readonly leavers: 'disable' | 'delete' | 'leave'
}

/** Entra's figures where it publishes any (ENT-043, ENT-184, ENT-185); no limits otherwise. */
export const PLAIN_POLICY: Policy = {
  matchUsers: ['userName'],
  matchGroups: ['displayName'],
  membersPerRequest: 1,
  accidentalDeletions: Number.POSITIVE_INFINITY,
  skipOutOfScope: false,
  throttled: 'next cycle',
  quarantineFailures: 5_000,
  quarantineShare: 0.4,
  interval: 2 / 3,
  quarantineTries: [6, 12, 24],
  givesUpAfter: 28 * 24,
  leavers: 'disable',
}
