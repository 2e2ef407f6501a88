import type { Endpoint, EndpointRequest, EndpointResponse } from '#endpoint'
import { observeServed, type Redactor } from '#harness'
import type { Exchange, Fault } from '#scim'
import { createFaults, type FaultPlan, failedAfterCommit, refusalOf, SLOW } from './faults.ts'

export interface RecorderOptions {
  readonly handle: Endpoint['handle']
  readonly redactor: Redactor
  readonly faults?: readonly FaultPlan[]
  /** Milliseconds since the session began. */
  readonly now: () => number
  readonly onExchange: (exchange: Exchange) => void
}

/** A request that was taken: what goes back to the client, and what is done to it on the way. */
interface Taken {
  readonly request: EndpointRequest
  readonly answer: EndpointResponse
  readonly fault: Fault | undefined
  readonly id: string
  readonly at: number
}

/** Stands between a client and the endpoint: sees every request, and makes faults where it was told to. */
export interface Recorder {
  /** `undefined` where the client shall get no answer. */
  line(request: EndpointRequest): Promise<EndpointResponse | undefined>
  /** The same at once, for clients that have a clock of their own. */
  answer(request: EndpointRequest): EndpointResponse | undefined
}

export function createRecorder({
  handle,
  redactor,
  faults = [],
  now,
  onExchange,
}: RecorderOptions): Recorder {
  const faultOf = createFaults(faults)
  let count = 0
  const take = (request: EndpointRequest): Taken => {
    const at = now()
    const fault = faultOf(request)
    const said = refusalOf(fault) ?? handle(request)
    const answer = fault === '500 after commit' && said.status < 300 ? failedAfterCommit() : said
    // What was refused anyway has suffered nothing.
    const suffered = fault === '500 after commit' && answer === said ? undefined : fault
    return { request, answer, fault: suffered, id: `x${++count}`, at }
  }
  const keep = ({ request, answer, fault, id, at }: Taken) => {
    onExchange(observeServed({ ...request, id, answer, fault, at, ms: now() - at }, redactor))
    return fault === 'lost answer' ? undefined : answer
  }
  return {
    line: async (request) => {
      const taken = take(request)
      if (taken.fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW))
      return keep(taken)
    },
    answer: (request) => keep(take(request)),
  }
}
