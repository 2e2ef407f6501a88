import {
  createsIn,
  defineClientRule,
  instead,
  isCarriedOut,
  later,
  type Trace,
  textOf,
  type Write,
  writesIn,
} from '#check'
import type { Exchange } from '#scim'
import { NUMBER } from './person.part.ts'

/** A person who comes back later than that has left before. */
const SOON = 10 * 60_000

/** By what a person is known again. */
const keysOf = (write: Write): string[] =>
  ['externalId', NUMBER].flatMap((name) => {
    const text = textOf(write, name)
    return text === undefined ? [] : [text]
  })

export default defineClientRule({
  id: 'fiks-current/client/person-is-kept',
  title: 'A person who changes is changed, not deleted and made anew',
  proves: ['fiks/F-68-client'],
  breaks: 'The new account has none of the roles that the old one had.',

  judge(trace, claim) {
    const keys = new Map<string, string[]>()
    const deleted = new Map<string, number>()
    for (const write of writesIn(trace)) {
      const { id, endpoint, method, exchange } = write
      if (endpoint !== '/Users') continue
      if (method === 'DELETE' && id !== undefined && isCarriedOut(exchange))
        for (const key of keys.get(id) ?? []) deleted.set(key, exchange.at)
      const own = keysOf(write)
      if (id !== undefined && own.length > 0) keys.set(id, [...(keys.get(id) ?? []), ...own])
      if (method !== 'POST') continue
      const again = own.find((key) => exchange.at - (deleted.get(key) ?? Number.NEGATIVE_INFINITY) < SOON)
      const detail = {
        what: 'new person',
        expected: 'nobody who was deleted a moment ago',
        actual: again ?? null,
      }
      claim('fiks/F-68-client', exchange).holds(again === undefined, detail)
    }
  },

  counterexample: (trace): Trace => {
    const first = createsIn(trace, '/Users').find(
      (write) => write.done && write.id && keysOf(write).length > 0,
    )
    if (!first) return []
    const { exchange, id } = first
    const { body: _, ...request } = exchange.request
    const gone: Exchange = {
      ...later(exchange, exchange.at + 1, `${exchange.id}d`),
      request: { ...request, method: 'DELETE', path: `/Users/${id}` },
      response: { status: 204, headers: [], text: '' },
    }
    return instead(trace, exchange, exchange, gone, later(exchange, exchange.at + 2))
  },
})
