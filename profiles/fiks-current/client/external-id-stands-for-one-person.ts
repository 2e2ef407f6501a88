import {
  asking,
  assignmentsOf,
  attributeName,
  changed,
  createsIn,
  defineClientRule,
  followLeavers,
  instead,
  isTrial,
  later,
  textOf,
  writesIn,
} from '#check'

export default defineClientRule({
  id: 'fiks-current/client/external-id-stands-for-one-person',
  title: 'Each person is sent with an externalId of their own, that stays',
  proves: ['fiks/F-22-client'],
  breaks: 'Without it a person is created twice, and roles stay with the account that nobody uses.',

  judge(trace, claim) {
    const owners = new Map<string, string>()
    const ids = new Map<string, string>()
    const leavers = followLeavers()
    for (const exchange of trace) {
      const isCreate = exchange.request.method === 'POST'
      if (isCreate) leavers.see(exchange)
      for (const write of writesIn([exchange])) {
        const { method, endpoint, id, at } = write
        if (endpoint !== '/Users' || (method === 'POST' && isTrial(trace, write))) continue
        const given = assignmentsOf(write).find(({ path }) => attributeName(path) === 'externalid')
        if (method === 'POST') {
          const actual = textOf(write, 'externalId')
          const about = { what: 'externalId', actual, pointer: `${at}/externalId` }
          claim('fiks/F-22-client', exchange).holds(actual !== undefined, { ...about, expected: 'present' })
          if (actual === undefined || !write.done || id === undefined) continue
          const owner = owners.get(actual)
          const isFree = owner === undefined || leavers.hasLeft(owner)
          claim('fiks/F-22-client', exchange).holds(isFree, { ...about, expected: 'that of one person' })
          owners.set(actual, id)
          ids.set(id, actual)
          continue
        }
        const before = ids.get(id ?? '')
        // An account that was left is taken over with the key of whoever comes back.
        if (before === undefined || given === undefined || leavers.hasLeft(id)) continue
        const actual = given.op === 'remove' ? undefined : given.value
        const detail = { what: 'externalId', expected: before, actual, pointer: given.pointer }
        claim('fiks/F-22-client', exchange).holds(actual === before, detail)
      }
      if (!isCreate) leavers.see(exchange)
    }
  },

  counterexample: (trace) => {
    const without = changed(trace, ({ method, endpoint, body }) => {
      const { externalId: _, ...rest } = body
      return method === 'POST' && endpoint === '/Users' ? rest : undefined
    })
    const first = createsIn(trace, '/Users').find((write) => write.done && textOf(write, 'externalId'))
    if (!first) return without
    const { exchange } = first
    const twin = asking(later(exchange, exchange.at + 1), {
      body: { ...first.body, userName: 'somebody-else' },
    })
    const body = { ...(twin.response?.body as object), id: 'somebody-else' }
    const second = { ...twin, response: { ...twin.response, body } } as typeof exchange
    return [...without, instead(trace, exchange, exchange, second)]
  },
})
