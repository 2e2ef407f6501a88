import type { EndpointRequest, EndpointResponse } from '#endpoint'
import type { Fault } from '#scim'
import { ScimError } from '#scim'
import { recording } from '../messages/recording.ts'
import { UsageError } from '../usage-error.ts'

/** What `--fault` names, and what becomes of a request that it strikes. */
const KINDS = {
  '429': '429',
  '500': '500 after commit',
  slow: 'slow',
  '412': 'stale version',
  lost: 'lost answer',
  '401': '401',
} as const satisfies Record<string, Fault>

export const FAULT_FLAGS = Object.keys(KINDS)

export interface FaultPlan {
  readonly fault: Fault
  /** Strikes every so manieth request of the kind that it can strike; 401 all from then on. */
  readonly every: number
}

const USUAL = 10
/** Seconds that a busy endpoint asks for. */
const RETRY_AFTER = 2
/** Milliseconds that a slow answer takes. */
export const SLOW = 3_000

/** @throws UsageError for anything but `KIND` or `KIND/EVERY` */
export function faultsOf(flags: readonly string[]): FaultPlan[] {
  return flags.map((flag) => {
    const [, kind = '', every] = /^(\w+)(?:\/(\d{1,6}))?$/.exec(flag) ?? []
    const fault = Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : undefined
    const n = every === undefined ? USUAL : Number(every)
    // If every request failed, nothing could be seen of how the client goes on.
    if (fault === undefined || n < 2) throw new UsageError(recording().badFault(flag, FAULT_FLAGS))
    return { fault, every: n }
  })
}

/** Says for each request which fault strikes it: by counting, so that a session can be repeated. */
export function createFaults(plans: readonly FaultPlan[]): (request: EndpointRequest) => Fault | undefined {
  const counts = plans.map((plan) => ({ ...plan, seen: 0 }))
  return (request) => {
    let struck: Fault | undefined
    for (const count of counts) {
      if (!strikes(count.fault, request)) continue
      count.seen += 1
      const isDue = count.fault === '401' ? count.seen >= count.every : count.seen % count.every === 0
      if (isDue) struck ??= count.fault
    }
    return struck
  }
}

const CHANGES = new Set(['PUT', 'PATCH', 'DELETE'])

function strikes(fault: Fault, { method, path }: EndpointRequest): boolean {
  const isQuery = /\/\.search(?:$|\?)/.test(path)
  if (fault === 'stale version') return CHANGES.has(method)
  if (fault === '500 after commit' || fault === 'lost answer') return method !== 'GET' && !isQuery
  return true
}

/** What the client is answered in place of what the endpoint says, where the endpoint is not asked at all. */
export function refusalOf(fault: Fault | undefined): EndpointResponse | undefined {
  if (fault === '429')
    return answer(429, 'Too many requests: made on purpose', { 'retry-after': String(RETRY_AFTER) })
  if (fault === 'stale version') return answer(412, 'Somebody else has changed it: made on purpose')
  if (fault === '401')
    return answer(401, 'The token is not valid any more: made on purpose', {
      'www-authenticate': 'Bearer realm="scim", error="invalid_token"',
    })
  return undefined
}

export const failedAfterCommit = (): EndpointResponse =>
  answer(500, 'Failed after the change: made on purpose')

function answer(status: number, detail: string, headers: Record<string, string> = {}): EndpointResponse {
  const body = JSON.stringify(new ScimError(status, undefined, detail).toBody())
  return { status, headers: { 'content-type': 'application/scim+json', ...headers }, body }
}
