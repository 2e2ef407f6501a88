import { attributeName, changed, defineClientRule, isUnassigned, writesIn } from '#check'
import { described } from './schema.part.ts'

export default defineClientRule({
  id: 'client/put-has-what-is-required',
  title: 'A PUT has every attribute that the schema requires',
  proves: ['RFC7644-3.5.1-14'],
  breaks: 'The target refuses the replacement, or loses the name of the account.',

  judge(trace, claim, facts) {
    for (const { method, endpoint, body, exchange, at } of writesIn(trace)) {
      if (method !== 'PUT') continue
      for (const [path, { required, name, mutability }] of described(facts, endpoint)) {
        if (!required || mutability === 'readOnly' || /[.:]/.test(path)) continue
        const [, actual] = Object.entries(body).find(([key]) => attributeName(key) === path) ?? []
        const detail = {
          what: 'attribute in a PUT',
          expected: `${name} present`,
          actual,
          pointer: `${at}/${name}`,
        }
        claim('RFC7644-3.5.1-14', exchange).holds(!isUnassigned(actual) && actual !== '', detail)
      }
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, body }) => (method === 'PUT' ? { schemas: body.schemas ?? [] } : undefined)),
})
