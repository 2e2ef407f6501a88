import type { OtherToken } from '#scim'
import type { PatchOptions } from '#scim/patch'
import { SCIM_JSON } from './errors.ts'
import type { EndpointRequest } from './exchange.ts'

/** What the RFCs leave to a service provider. Each default is the plainest reading of the text. */
export interface Settings {
  /** Bearer token that clients must show; none asks for nothing. */
  readonly token: string | undefined
  /** What other tokens that the service knows lead to: the data of the token, data of their own, or a refusal. */
  readonly otherTokens: Readonly<Record<OtherToken, 'the same data' | 'data of its own' | 'nothing'>>
  /** What is answered without the token, besides `publicConfig`. */
  readonly open: (request: EndpointRequest) => boolean
  /** The userName of the user whom the token stands for, whom `/Me` leads to; without one there is no `/Me`. */
  readonly me: string | undefined
  /** What `/ServiceProviderConfig` promises. A feature switched off is refused, ignored or left out. */
  readonly features: Readonly<Record<Feature, boolean>>
  /** Most resources on a page, and their number when the client does not ask and `paging` says nothing else. */
  readonly pageSize: number
  readonly paging: Paging
  /** Unique over all resources for ever. */
  readonly newId: () => string
  /** An xsd:dateTime. */
  readonly formatTime: (time: Date) => string
  readonly contentType: string
  /** AMB-020: what `meta.location` and `$ref` begin with. */
  readonly location: 'absolute' | 'relative'
  /** AMB-024: values whose format is laid down in prose alone. */
  readonly formats: 'refuse' | 'keep'
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
  /** The RFCs do not ask for it: displayName of a Group has no uniqueness of its own. */
  readonly uniqueGroupNames: boolean
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

/** How lists are cut into pages (RFC 9865). */
export interface Paging {
  readonly cursor: boolean
  readonly index: boolean
  /** What is used where the client names neither `cursor` nor `startIndex`. */
  readonly method: 'cursor' | 'index'
  /** Resources on a page when the client does not ask; never more than `pageSize`. */
  readonly defaultSize: number | undefined
  /** Seconds that a cursor lives. */
  readonly timeout: number
  /** Whether pages tell the way back. */
  readonly previous: boolean
  /** AMB-106: a count that is larger than a page can be. */
  readonly largeCount: 'cut' | 'refuse'
  /** AMB-106: another count on a later page than on the first. */
  readonly changedCount: 'take' | 'refuse'
  /** AMB-110: whether pages by cursor that are not all there is tell `totalResults`. */
  readonly total: boolean
  /** Whether `/ServiceProviderConfig` has `pagination`. */
  readonly published: boolean
}

export type Feature = 'patch' | 'bulk' | 'filter' | 'changePassword' | 'sort' | 'etag'

export const HONEST: Omit<Settings, 'token' | 'me' | 'newId'> = {
  features: { patch: true, bulk: true, filter: true, changePassword: true, sort: true, etag: true },
  open: () => false,
  otherTokens: { twin: 'the same data', other: 'data of its own', revoked: 'nothing', elsewhere: 'nothing' },
  pageSize: 200,
  paging: {
    cursor: true,
    index: true,
    method: 'index',
    defaultSize: undefined,
    timeout: 3600,
    previous: true,
    largeCount: 'cut',
    changedCount: 'refuse',
    total: true,
    published: true,
  },
  formatTime: (time) => time.toISOString(),
  contentType: SCIM_JSON,
  location: 'absolute',
  formats: 'refuse',
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
  uniqueGroupNames: false,
  search: true,
  discoveryFilter: 'refuse',
  publicConfig: true,
  unsupported: 501,
  versionMismatch: 412,
  maxOperations: 1000,
  maxPayloadSize: 1_048_576,
}
