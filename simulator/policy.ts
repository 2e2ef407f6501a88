import type { ScopingFilter } from './scope.ts'
import type { Conveyed } from './wire/attribute.ts'

/** What has to be done before the provider may write anything (E-44, E-45, E-46). */
export const GATES = ['old source off', 'roles overview saved', 'preview approved'] as const
export type Gate = (typeof GATES)[number]

/** Members of a group that can be provisioned on demand together with it (ENT-165). */
export const MOST_ON_DEMAND = 5

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
  /** Whether an import also asks which roles and other entitlements the target has. */
  readonly entitlements?: boolean
  /** Until all of these are done a cycle only looks, and says what it would do. */
  readonly gates: readonly Gate[]
  /** Only groups with this parent are provisioned (E-23); all of them where it is left out. */
  readonly groupsUnder?: string
  /** Who passes none of these is out of scope (ENT-130); everybody is in scope where it is left out. */
  readonly scope?: readonly ScopingFilter[]
  /**
   * Keys of the groups that are assigned to the application: only they are provisioned, and whoever is directly in one of
   * them (ENT-050). Left out: all groups, and everybody who is assigned.
   */
  readonly assignedGroups?: readonly string[]
  /** Attributes that an administrator took out of the mapping: they are not conveyed. */
  readonly unmapped?: readonly Conveyed[]
  /** How app roles are mapped (ENT-170 to ENT-174); not conveyed at all where this says nothing. */
  readonly roles?: 'none' | 'single' | 'complex' | 'assertive' | 'primary'
  /** A manager who has an account already is named in the create, or follows in a request of its own. */
  readonly managers?: 'deferred' | 'in the create'
  // Shapes that Entra's documents and captures print differently for the same situation.
  readonly userShape?: 'full' | 'short'
  readonly groupShape?: 'captured' | 'guide'
  readonly memberRef?: 'none' | 'null'
  readonly activeAs?: 'text' | 'boolean'
  readonly flagAddMember?: 'add' | 'replace'
  readonly flagRemoveManager?: 'nothing' | 'filter'
  /** OneLogin: the template that an administrator filled in names schemas as drafts before the RFC did. */
  readonly earlySchemas?: boolean
  /** A header that was seen in 2019 (ENT-010). */
  readonly versionHeader?: boolean
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
  gates: [],
}
