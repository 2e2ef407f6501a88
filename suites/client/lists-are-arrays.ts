import { attributeName, changed, defineClientRule, isUnassigned, writesIn } from '#check'
import { isObject, type Json } from '#scim'
import { described } from './schema.part.ts'

export default defineClientRule({
  id: 'client/lists-are-arrays',
  title: 'What can have several values is sent as an array',
  proves: ['RFC7643-2.4-01'],
  breaks: 'Servers refuse the person, or keep an address that nothing can change any more.',

  judge(trace, claim, facts) {
    for (const { method, endpoint, body, exchange, at } of writesIn(trace)) {
      if (method !== 'POST' && method !== 'PUT') continue
      const attributes = described(facts, endpoint)
      for (const [path, value, pointer] of members(body)) {
        if (!attributes.get(attributeName(path))?.multiValued || isUnassigned(value)) continue
        const detail = { what: path, expected: 'an array', actual: value, pointer: `${at}${pointer}` }
        claim('RFC7643-2.4-01', exchange).holds(Array.isArray(value), detail)
      }
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint, body }) =>
      method === 'POST' && endpoint === '/Users'
        ? { ...body, emails: { value: 'kari@kommune.example', type: 'work' } }
        : undefined,
    ),
})

/** Attributes of the resource and of its extensions: path, value, pointer. */
function members(body: Record<string, Json>): [string, Json, string][] {
  return Object.entries(body).flatMap(([name, value]): [string, Json, string][] =>
    /^urn:/i.test(name) && isObject(value)
      ? Object.entries(value).map(([inner, each]) => [`${name}:${inner}`, each, `/${name}/${inner}`])
      : [[name, value, `/${name}`]],
  )
}
