import type { PatchOptions } from '#scim/patch'
import { SCIM_JSON } from './errors.ts'

/** What the RFCs leave to a service provider. Each default is the plainest reading of the text. */
export interface Settings {
  /** Bearer token that clients must show; none asks for nothing. */
  readonly token: string | undefined
  /** What `/ServiceProviderConfig` promises. A feature switched off is refused, ignored or left out. */
  readonly features: Readonly<Record<Feature, boolean>>
  /** Most resources on a page, and their number when the client does not ask. */
  readonly pageSize: number
  /** Unique over all resources for ever. */
  readonly newId: () => string
  /** An xsd:dateTime. */
  readonly formatTime: (time: Date) => string
  readonly contentType: string
  /** AMB-020: what `meta.location` and `$ref` begin with. */
  readonly location: 'absolute' | 'relative'
  /** AMB-039 */
  readonly unknownAttributes: 'ignore' | 'refuse'
  /** AMB-040: a resource without `schemas`. */
  readonly missingSchemas: 'refuse' | 'infer'
  /** AMB-075 */
  readonly unknownInFilter: 'no match' | 'refuse'
  /** AMB-042: attributes that a PUT does not mention. */
  readonly putOmitted: 'clear' | 'keep'
  /** AMB-047: another value for an immutable attribute. */
  readonly putImmutable: 'refuse' | 'ignore'
  /** AMB-041: an `id` in the body of a PUT that is not the one in the URL. */
  readonly putOtherId: 'ignore' | 'refuse'
  readonly patchAnswer: 200 | 204
  readonly patch: PatchOptions
  /** AMB-028 */
  readonly unknownMembers: 'refuse' | 'keep'
  /** AMB-025: two primary values in one POST or PUT. */
  readonly twoPrimaries: 'refuse' | 'keep first'
  readonly nestedGroups: boolean
  /** AMB-026: whether a User shows its `groups`, and a Group its `members`. */
  readonly showGroups: boolean
  readonly showMembers: boolean
  /** AMB-014: whether `schemas` lists extensions the resource has no data of. */
  readonly listAllSchemas: boolean
  /** AMB-029 */
  readonly uniqueExternalId: boolean
  /** AMB-086: whether `/.search` exists. */
  readonly search: boolean
  /** AMB-007 */
  readonly discoveryFilter: 'refuse' | 'ignore'
  /** AMB-004: whether `/ServiceProviderConfig` can be read without the token. */
  readonly publicConfig: boolean
  /** AMB-038 and AMB-094: the answer to what is not supported, `/Me` among it. */
  readonly unsupported: 404 | 501
  /** AMB-089 */
  readonly versionMismatch: 409 | 412
  /** Bulk limits. */
  readonly maxOperations: number
  readonly maxPayloadSize: number
}

export type Feature = 'patch' | 'bulk' | 'filter' | 'changePassword' | 'sort' | 'etag'

export const HONEST: Omit<Settings, 'token' | 'newId'> = {
  features: { patch: true, bulk: true, filter: true, changePassword: true, sort: true, etag: true },
  pageSize: 200,
  formatTime: (time) => time.toISOString(),
  contentType: SCIM_JSON,
  location: 'absolute',
  unknownAttributes: 'ignore',
  missingSchemas: 'refuse',
  unknownInFilter: 'no match',
  putOmitted: 'clear',
  putImmutable: 'refuse',
  putOtherId: 'ignore',
  patchAnswer: 200,
  patch: {},
  unknownMembers: 'refuse',
  twoPrimaries: 'refuse',
  nestedGroups: true,
  showGroups: true,
  showMembers: true,
  listAllSchemas: false,
  uniqueExternalId: false,
  search: true,
  discoveryFilter: 'refuse',
  publicConfig: true,
  unsupported: 501,
  versionMismatch: 412,
  maxOperations: 1000,
  maxPayloadSize: 1_048_576,
}
