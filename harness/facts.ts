import type { OtherToken } from '#scim'
import type { ResourceModel, ResourceType, Schema } from '#scim/schema'
import type { FeedFacts } from './feed.ts'
import type { Load } from './load.ts'

/** What a target may or may not offer. Discovery flags where there is one, a probe or the configuration elsewhere. */
export const FEATURES = [
  'serviceProviderConfig',
  'resourceTypes',
  'schemas',
  'patch',
  'put',
  'filter',
  'sort',
  'bulk',
  'etag',
  'changePassword',
  'search',
  'me',
  'credentials',
  'index',
  'cursor',
] as const
export type Feature = (typeof FEATURES)[number]

export interface Offer {
  readonly offered: boolean
  /** Where we know it from, as a phrase that fits behind "because". */
  readonly why: string
}

/** What discovery found out about the target. Plain data: it goes into the record. */
export interface Facts {
  /** Without a trailing slash. */
  readonly base: string
  readonly features: Readonly<Record<Feature, Offer>>
  readonly resourceTypes: readonly ResourceType[]
  readonly schemas: readonly Schema[]
  /** Where resource types and schemas come from. */
  readonly described: 'target' | 'configuration' | 'built-in'
  /** `filter.maxResults` and bulk limits as published. */
  readonly limits: {
    readonly maxResults?: number
    readonly maxOperations?: number
    readonly maxPayloadSize?: number
    /** `pagination` (RFC 9865). */
    readonly defaultPageSize?: number
    readonly maxPageSize?: number
    readonly cursorTimeout?: number
  }
  /** The run's only credential is its client certificate, which goes with every request: none can be sent without. */
  readonly certificateOnly?: true
  /** Tokens besides its own that the run was given. */
  readonly tokens?: readonly OtherToken[]
  /** How the target was set up, where a profile leaves a choice: its parameters by name. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The read side of the target, where the run was told of it. */
  readonly sync?: FeedFacts
  /** How much load the run may put on the target, where it was asked to. */
  readonly load?: Load
  /** What discovery found odd: shown, never judged (checks judge). */
  readonly notes: readonly string[]
}

export function resourceTypeOf(facts: Facts, name: string): ResourceType | undefined {
  return facts.resourceTypes.find((type) => type.name === name)
}

/** The name of the thing that `needs` asks for and the target has: used by plan and by models. */
export type Models = ReadonlyMap<string, ResourceModel>
