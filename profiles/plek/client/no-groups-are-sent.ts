import { defineClientRule, later, type Trace, writesIn } from '#check'

export default defineClientRule({
  id: 'plek/client/no-groups-are-sent',
  title: 'No groups are sent',
  proves: ['plek/PL-13-client'],
  breaks: 'Plek does not use them: membership follows from a field of the profile.',

  judge(trace, claim) {
    for (const { endpoint, exchange } of writesIn(trace)) {
      const detail = { what: 'resource', expected: '/Users', actual: endpoint }
      claim('plek/PL-13-client', exchange).holds(endpoint !== '/Groups', detail)
    }
  },

  counterexample: (trace): Trace => {
    const [first] = writesIn(trace)
    if (!first) return []
    const { exchange } = first
    const group = later(exchange, exchange.at + 1, 'group')
    return [...trace, { ...group, request: { ...group.request, method: 'POST', path: '/Groups', body: {} } }]
  },
})
