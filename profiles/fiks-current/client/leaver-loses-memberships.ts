import { assignmentsTo, defineClientRule, isCarriedOut, membershipsAfter, type Trace, writesIn } from '#check'
import { type Exchange, URN } from '#scim'

/** Who was deactivated last, by id, with the request that did it. */
function leavers(trace: Trace): Map<string, Exchange> {
  const left = new Map<string, Exchange>()
  for (const { write, value } of assignmentsTo(trace, '/Users', 'active')) {
    if (write.id === undefined || !isCarriedOut(write.exchange)) continue
    if (/^false$/i.test(String(value))) left.set(write.id, write.exchange)
    else left.delete(write.id)
  }
  for (const { method, id, endpoint } of writesIn(trace))
    if (method === 'DELETE' && endpoint === '/Users' && id !== undefined) left.delete(id)
  return left
}

export default defineClientRule({
  id: 'fiks-current/client/leaver-loses-memberships',
  title: 'Who is deactivated is taken out of the groups as well',
  proves: ['fiks/F-67'],
  breaks: 'What active=false does in Fiks forvaltning is not documented: the rights may stay.',

  judge(trace, claim) {
    const groups = membershipsAfter(trace)
    for (const [id, exchange] of leavers(trace)) {
      const actual = [...groups].filter(([, members]) => members.has(id)).map(([group]) => group)
      const detail = { what: 'groups of a person who left', expected: [], actual }
      claim('fiks/F-67', exchange).holds(actual.length === 0, detail)
    }
  },

  counterexample: (trace): Trace => {
    const [id, exchange] = [...leavers(trace)].at(-1) ?? []
    if (id === undefined || !exchange) return []
    const joined: Exchange = {
      ...exchange,
      id: `${exchange.id}j`,
      request: {
        ...exchange.request,
        method: 'PATCH',
        path: '/Groups/a-group',
        body: {
          schemas: [URN.patchOp],
          Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }],
        },
      },
    }
    return [joined, ...trace.filter((one) => !one.request.path.startsWith('/Groups'))]
  },
})
