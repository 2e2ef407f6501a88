import type { HostClass, Kind, Outcome } from '#harness'
import type { Algorithm } from './dsse.ts'

/**
 * What a sign-off says: the vendor's own account of a test in a test environment. The members are those of the project's
 * notes on system-user sign-off, section 4. A versioned interface, described by `schema/signoff.schema.json`.
 */
export interface SignoffRecord {
  readonly schemaVersion: typeof SIGNOFF_VERSION
  readonly recordId: string
  readonly state: SignoffState
  readonly createdAt: string
  /** The record that this one takes the place of. */
  readonly supersedes?: { readonly recordId: string; readonly contentHash: string }
  readonly vendor: Party
  readonly customer?: Party
  readonly system: {
    readonly id: string
    readonly name: string
    readonly version: string
    readonly component: string
    readonly role: Role | ''
  }
  readonly environment: {
    readonly name: string
    /** Of all runs the one that is nearest to production, by their host names. */
    readonly class: HostClass
    /** Of hosts whose names tell nothing: the vendor says that they are a test environment. */
    readonly confirmedAsTest: boolean
  }
  readonly profile: {
    readonly id: string
    readonly title: string
    /** The title in bokmål. */
    readonly nb?: string
    readonly version: string
  }
  /** The program that made the record; `hash` is the digest of its installed code. */
  readonly harness: { readonly name: string; readonly version: string; readonly hash: string }
  /** What started the runs: an account that must not sign. */
  readonly automation: { readonly account: string }
  readonly runs: readonly SignoffRun[]
  /** A record of less than the whole profile says so, and why. */
  readonly scope: { readonly complete: boolean; readonly reason: string }
  readonly testData: TestData
  readonly results: Results
  readonly deviations: readonly Deviation[]
  readonly scenarios: { readonly negative: readonly NegativeScenario[] }
  readonly prerequisites: readonly PrerequisiteAnswer[]
  readonly contacts: readonly { readonly name: string; readonly email: string; readonly role: string }[]
  readonly agreement?: { readonly ref: string; readonly acceptedAt?: string }
  readonly validity: { readonly expiresAt: string; readonly endsBefore: readonly EndsBefore[] }
  readonly signatures: readonly Signature[]
  readonly integrity: {
    readonly contentHash: string
    readonly algorithm: 'SHA-256'
    readonly canonicalisation: 'RFC 8785'
  }
}

export const SIGNOFF_VERSION = 1
export type SignoffState = 'draft' | 'tested' | 'signed'
export const ROLES = ['scim-client', 'scim-endpoint', 'sync-consumer'] as const
export type Role = (typeof ROLES)[number]

export interface Party {
  /** Nine digits. */
  readonly orgNumber: string
  /** The same in the notation of ISO 6523: `0192:` and the number. */
  readonly id: string
  readonly name: string
}

/** What else than the date ends the validity. */
export const ENDS_BEFORE = ['profile-major', 'system-major', 'credentials', 'environment'] as const
export type EndsBefore = (typeof ENDS_BEFORE)[number]

/** Why a run is less than the whole profile. */
export const LIMITS = ['only', 'shard', 'waived', 'interrupted', 'unselected', 'error'] as const
export type Limit = (typeof LIMITS)[number]

export interface SignoffRun {
  readonly runId: string
  readonly startedAt: string
  /** Empty where the run was killed. */
  readonly endedAt: string
  readonly seed: string
  readonly requests: number
  readonly profile: string
  /** Who was judged: the endpoint at the address, or a client that sent to it. */
  readonly subject: 'endpoint' | 'client'
  readonly strict: boolean
  readonly harnessVersion: string
  readonly baseUrl: string
  readonly class: HostClass
  /** The endpoint that the program brings along was tested, not a system of the vendor. */
  readonly embedded: boolean
  /** A production host was tested against the program's advice. */
  readonly override: boolean
  readonly limits: readonly Limit[]
  /** SHA-256 of run.ndjson. */
  readonly recordHash: string
}

export interface TestData {
  readonly statement: 'only-synthetic-persons' | 'other-numbers-seen'
  /** Users that the runs made. */
  readonly created: number
  readonly series: readonly string[]
  /** What a scan of every identity number of the runs gave; each number counts once in a run. */
  readonly scan: {
    readonly numbers: number
    /** Numbers of series in which real people may be. */
    readonly otherSeries: number
    /** Numbers that stand in the record as they are: none may. */
    readonly inClear: number
  }
  /** Objects that could not be removed from the target. */
  readonly leftBehind: number
  readonly remark: string
}

export interface Results {
  /** Tests by outcome. */
  readonly summary: Readonly<Record<Outcome, number>>
  readonly items: readonly ResultItem[]
  readonly notTested: readonly NotTested[]
}

/** One requirement about which at least one claim was made. */
export interface ResultItem {
  readonly requirement: string
  readonly level: string
  readonly result: 'pass' | 'warn' | 'fail'
  readonly tests: readonly string[]
  readonly claims: number
  /** SHA-256 of the canonical list of tests with their outcomes and the hashes of their exchanges; see the guide. */
  readonly evidence: string
}

export const NOT_TESTED = ['blocked', 'error', 'not-applicable', 'waived', 'unselected', 'no-check'] as const
export type NotTestedKind = (typeof NOT_TESTED)[number]

export interface NotTested {
  readonly requirement: string
  readonly kind: NotTestedKind
  /** In the harness's words; empty where the kind says it all. */
  readonly reason: string
}

export const DECISIONS = ['fix-before-production', 'accept'] as const
export type Decision = (typeof DECISIONS)[number]

export interface Deviation {
  /** The requirement, or `blocked-…` for what could not be tried for one reason. */
  readonly id: string
  readonly severity: 'fail' | 'warn' | 'blocked'
  readonly level: string
  readonly tests: readonly string[]
  readonly requirements: readonly string[]
  /** What is asked for, or why it could not be tried. */
  readonly about: string
  /** The same in bokmål, where the profile has the words. */
  readonly nb?: string
  readonly description: string
  readonly decision: Decision | ''
  readonly owner: string
  /** `yyyy-mm-dd`, or empty. */
  readonly due: string
}

export const NEGATIVE = [
  'invalid-token',
  'missing-token',
  'missing-access',
  'wrong-customer',
  'unavailable-api',
  'rejected-request',
  'expired-request',
] as const
export type NegativeId = (typeof NEGATIVE)[number]

export interface NegativeScenario {
  readonly id: NegativeId
  readonly result: 'passed' | 'failed' | 'not-tested'
  /** Whether the runs show it or the vendor says so. */
  readonly basis: 'run' | 'declared' | 'none'
  readonly tests: readonly string[]
  readonly remark: string
}

export interface PrerequisiteAnswer {
  readonly id: string
  readonly text: { readonly en: string; readonly nb: string }
  readonly source: string
  readonly answer: 'yes' | 'no' | 'not-relevant' | ''
  /** `yyyy-mm-dd` where one was asked for. */
  readonly date?: string
  readonly remark: string
}

export interface Signature {
  readonly name: string
  readonly title: string
  readonly orgNumber: string
  readonly declaration: 'authorised-to-sign-for-the-organisation'
  readonly declarationText: string
  readonly signedAt: string
  readonly algorithm: Algorithm
  readonly keyId: string
  /** SubjectPublicKeyInfo, base64 of the DER. The value of the signature stands in the envelope. */
  readonly publicKey: string
}

/** A test with the worst of its outcomes over all runs. */
export interface TestOutcome {
  readonly id: string
  readonly kind: Kind
  readonly outcome: Outcome
}
