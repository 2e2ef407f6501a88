import {
  createsIn,
  defineClientRule,
  followLeavers,
  isCarriedOut,
  isTrial,
  later,
  type Trace,
  writesIn,
} from '#check'
import { type Exchange, URN } from '#scim'

export default defineClientRule({
  id: 'plek/client/leaver-is-switched-off-and-kept',
  title: 'Who leaves is sent with active false, and is not deleted',
  proves: ['plek/PL-09-client', 'plek/PL-10-client'],
  breaks: 'Plek goes by a value that has to stay in the directory: who is simply gone keeps the account.',

  judge(trace, claim) {
    const trials = new Set(
      createsIn(trace, '/Users').flatMap((write) => (isTrial(trace, write) ? [write.id] : [])),
    )
    const leavers = followLeavers()
    for (const exchange of trace) {
      for (const write of writesIn([exchange])) {
        if (write.endpoint !== '/Users' || trials.has(write.id) || !isCarriedOut(exchange)) continue
        if (write.method === 'DELETE') {
          const wasOff = leavers.hasLeft(write.id)
          claim('plek/PL-09-client', exchange).holds(wasOff, {
            what: 'deletion',
            expected: 'active false before',
            actual: wasOff ? 'active false before' : 'still active',
          })
          // A session is far shorter than the month for which the value has to stay.
          claim('plek/PL-10-client', exchange).holds(false, {
            what: 'deletion',
            expected: 'none within a month',
            actual: 'DELETE',
          })
        } else if (write.method !== 'POST') {
          const detail = { what: 'change', expected: 'no deletion', actual: write.method }
          claim('plek/PL-10-client', exchange).holds(true, detail)
          claim('plek/PL-09-client', exchange).holds(true, detail)
        }
      }
      leavers.see(exchange)
    }
  },

  counterexample: (trace): Trace => {
    const first = createsIn(trace, '/Users').find(({ done, id }) => done && id !== undefined)
    if (!first) return []
    const { exchange, id } = first
    const { body: _, ...request } = exchange.request
    const at = (trace.at(-1)?.at ?? 0) + 300_000
    const on: Exchange = {
      ...later(exchange, at, 'on'),
      request: {
        ...request,
        method: 'PATCH',
        path: `/Users/${id}`,
        body: { schemas: [URN.patchOp], Operations: [{ op: 'replace', path: 'active', value: true }] },
      },
      response: { status: 200, headers: [], text: '' },
    }
    const gone: Exchange = {
      ...later(exchange, at + 120_000, 'gone'),
      request: { ...request, method: 'DELETE', path: `/Users/${id}` },
      response: { status: 204, headers: [], text: '' },
    }
    return [...trace, on, gone]
  },
})
