import { defineRule } from '#check'
import { answering, isObject, type Json, type JsonObject, member } from '#scim'
import { shown } from './shown.part.ts'

/** Multi-valued attributes, those of extensions included, with their names. */
function lists(resource: JsonObject): [string, Json[]][] {
  const inside = Object.entries(resource).flatMap(([name, value]): [string, Json][] =>
    /^urn:/i.test(name) && isObject(value) ? Object.entries(value) : [[name, value]],
  )
  return inside.filter((entry): entry is [string, Json[]] => Array.isArray(entry[1]))
}

export default defineRule({
  id: 'wire/at-most-one-primary',
  title: 'At most one value of an attribute is primary',
  proves: ['RFC7643-2.4-04'],
  breaks: 'Two primary values, of which a client takes one: incident family P5.',

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      for (const [name, values] of lists(resource)) {
        const primaries = values.filter((value) => member(value, 'primary') === true).length
        if (!values.some(isObject)) continue
        const detail = { what: `${name} with primary true`, expected: 'at most 1', actual: primaries }
        claim('RFC7643-2.4-04', exchange).holds(primaries <= 1, detail)
      }
    }
  },

  counterexample: (exchange) => {
    const emails = ['a', 'b'].map((name) => ({ value: `${name}@kommune.example`, primary: true }))
    return answering(exchange, { body: { id: '2819', emails } })
  },
})
