import {
  assignmentsTo,
  changed,
  defineClientRule,
  followLeavers,
  isCarriedOut,
  type Trace,
  writesIn,
} from '#check'
import { URN } from '#scim'

export default defineClientRule({
  id: 'ks-kunnskap/client/leaver-is-deleted',
  title: 'Who leaves is deleted: active means nothing to the platform',
  proves: ['kunnskap/K-09-client'],
  breaks: 'Who was only deactivated stays a learner with access.',

  judge(trace, claim) {
    const deleted = new Set(
      writesIn(trace).flatMap(({ method, id, exchange }) =>
        method === 'DELETE' && isCarriedOut(exchange) ? [id] : [],
      ),
    )
    const leavers = followLeavers()
    for (const exchange of trace) leavers.see(exchange)
    for (const { write, value } of assignmentsTo(trace, '/Users', 'active')) {
      if (write.method === 'POST' || !/^false$/i.test(String(value)) || !leavers.hasLeft(write.id)) continue
      const isGone = deleted.has(write.id)
      const detail = {
        what: 'person who left',
        expected: 'deleted',
        actual: isGone ? 'deleted' : 'only deactivated',
      }
      claim('kunnskap/K-09-client', write.exchange).holds(isGone, detail)
    }
  },

  counterexample: (trace): readonly Trace[] => {
    const kept = trace.filter(({ request }) => request.method !== 'DELETE')
    return changed(kept, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Users'
        ? { schemas: [URN.patchOp], Operations: [{ op: 'replace', path: 'active', value: false }] }
        : undefined,
    )
  },
})
