import {
  assignmentsTo,
  changed,
  createsIn,
  defineClientRule,
  followLeavers,
  instead,
  later,
  textOf,
  writesIn,
} from '#check'
import { URN } from '#scim'

/** The attribute that was agreed as the key; `--parameter mappingKey=userName` says otherwise. */
const keyIn = (facts: { readonly parameters?: Readonly<Record<string, string>> }) =>
  facts.parameters?.mappingKey ?? 'externalId'

export default defineClientRule({
  id: 'plek/client/mapping-key-stays',
  title: 'Each person has the mapping key: one of their own, that stays',
  proves: ['plek/PL-01', 'plek/PL-02-client', 'plek/PL-04'],
  breaks: 'Another key makes another account, or locks the person out (PL-03).',

  judge(trace, claim, facts) {
    const key = keyIn(facts)
    const keys = new Map<string, string>()
    const leavers = followLeavers()
    for (const exchange of trace) {
      leavers.see(exchange)
      for (const write of writesIn([exchange])) {
        if (write.method !== 'POST' || write.endpoint !== '/Users') continue
        const actual = textOf(write, key)
        const about = { what: key, actual, pointer: `${write.at}/${key}` }
        claim('plek/PL-02-client', exchange).holds(actual !== undefined, { ...about, expected: 'present' })
        if (actual === undefined || !write.done || write.id === undefined) continue
        const owner = [...keys].find(([, one]) => one === actual)?.[0]
        const isNew = owner === undefined || leavers.hasLeft(owner)
        claim('plek/PL-01', exchange).holds(isNew, { ...about, expected: 'somebody who is not there yet' })
        keys.set(write.id, actual)
      }
    }
    for (const { write, value, op, pointer } of assignmentsTo(trace, '/Users', key)) {
      const before = write.method === 'POST' ? undefined : keys.get(write.id ?? '')
      if (before === undefined) continue
      const actual = op === 'remove' ? undefined : value
      const detail = { what: key, expected: before, actual, pointer }
      claim('plek/PL-02-client', write.exchange).holds(actual === before, detail)
    }
    for (const { write, value } of assignmentsTo(trace, '/Users', 'userName', 'displayName')) {
      if (write.method === 'POST') continue
      const detail = { what: 'mapping key', expected: 'no name that may change', actual: key }
      claim('plek/PL-04', write.exchange).holds(
        key !== 'userName' || value === keys.get(write.id ?? ''),
        detail,
      )
    }
  },

  counterexample: (trace, facts) => {
    const key = keyIn(facts)
    const without = changed(trace, ({ method, endpoint, body }) => {
      const { [key]: _, ...rest } = body
      return method === 'POST' && endpoint === '/Users' ? rest : undefined
    })
    const renamed = changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Users'
        ? {
            schemas: [URN.patchOp],
            Operations: [{ op: 'replace', path: 'userName', value: 'kari.berg@kommune.example' }],
          }
        : undefined,
    )
    const first = createsIn(trace, '/Users').find((write) => write.done && textOf(write, key))
    if (!first) return [...without, ...renamed]
    const { exchange } = first
    const twin = later(exchange, exchange.at + 1)
    const body = { ...(twin.response?.body as object), id: 'somebody-else' }
    const second = { ...twin, response: { ...twin.response, body } } as typeof exchange
    return [...without, ...renamed, instead(trace, exchange, exchange, second)]
  },
})
