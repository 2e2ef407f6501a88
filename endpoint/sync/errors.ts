import type { EndpointRequest, Reply } from '../exchange.ts'

/** What target systems decide by (KS Digital, sync-api-v1.json: ErrorMessage). */
export type ErrorCode =
  | 'SOURCE_NOT_CONFIGURED'
  | 'SOURCE_CHANGED'
  | 'SOURCE_DISCONNECTED'
  | 'TOKEN_EXPIRED'
  | 'FULL_RESYNC_REQUESTED'
  | 'INVALID_TOKEN_FORMAT'

/** Thrown anywhere inside the Sync API; becomes an answer in the error model of Fiks. */
export class SyncRefusal extends Error {
  readonly status: number
  readonly errorCode: ErrorCode | undefined

  constructor(status: number, message: string, errorCode?: ErrorCode) {
    super(message)
    this.status = status
    this.errorCode = errorCode
  }
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  500: 'Internal Server Error',
}

export const JSON_TYPE = { 'content-type': 'application/json' } as const

/**
 * Whatever was thrown, in the error model of Fiks. The path leaves out the query: a sync token does not belong in logs.
 *
 * @param now milliseconds since 1970
 */
export function errorAnswer(error: unknown, { path }: EndpointRequest, now: number, errorId: string): Reply {
  const { status, message, errorCode } =
    error instanceof SyncRefusal ? error : new SyncRefusal(500, 'The service failed')
  const place = path.split('?', 1)[0] ?? ''
  const body = {
    timestamp: now,
    status,
    error: REASONS[status] ?? 'Error',
    errorId,
    path: place,
    originalPath: place,
    message,
    ...(errorCode ? { errorCode } : {}),
  }
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  return { status, headers: { ...JSON_TYPE, ...challenge }, body }
}
