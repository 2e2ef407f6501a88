import type { EndpointRequest, Handler, Reply } from '../exchange.ts'

/** Where the Sync API of Fiks lies below the root of a server (KS Digital, sync-api-v1.json 1.6.0). */
export const SYNC_PATH = '/brukersynkronisering/sync/api/v1'
/** Our own door beside it, by which a tester sets what an administrator would. */
export const ADMIN_PATH = '/brukersynkronisering/sync/admin'

/** How the endpoint offers what it holds to target systems. */
export interface SyncOptions {
  /** UUID of the organisation whose users these are. */
  readonly fiksOrgId: string
  /** Name of the one target system that may read. */
  readonly maalSystem: string
  /** Bearer token of its own; left out, everybody is let in. */
  readonly token?: string
}

/** The two streams, by the last part of their address. */
export type Stream = 'brukere' | 'grupper'

/** Answers what is asked of the Sync API and its door for administrators; paths are from the root of the server. */
export interface SyncApi {
  /** `undefined` for whatever lies elsewhere. Never throws. */
  answer(request: EndpointRequest): Reply | undefined
}

/** Stands between a reader and the Sync API, like `around` before the SCIM endpoint. */
export type AroundSync = (request: EndpointRequest, next: Handler) => Reply
