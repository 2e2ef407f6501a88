import type { EndpointRequest } from './exchange.ts'

const LATER = { status: 429, headers: { 'retry-after': '0' } }

/**
 * Answers every nth request 429 with Retry-After. What was put off is taken when it comes again, however many others come in
 * between.
 */
export function puttingOff(every: number) {
  const putOff = new Set<string>()
  let count = 0
  return <Answer>(
    request: EndpointRequest,
    next: (request: EndpointRequest) => Answer,
  ): Answer | typeof LATER => {
    const key = `${request.method} ${request.path} ${request.body ?? ''}`
    if (putOff.delete(key) || ++count % every !== 0) return next(request)
    putOff.add(key)
    return LATER
  }
}
