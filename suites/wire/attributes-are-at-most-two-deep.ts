import { defineRule } from '#check'
import { answering, isObject, type Json, type JsonObject } from '#scim'
import { shown } from './shown.part.ts'

/** Attributes with their names, those of extensions included; `$ref` is known to break the rule (AMB-023). */
function attributesOf(resource: JsonObject): [string, Json][] {
  return Object.entries(resource).flatMap(([name, value]): [string, Json][] =>
    /^urn:/i.test(name) ? (isObject(value) ? Object.entries(value) : []) : [[name, value]],
  )
}

const elementsOf = (value: Json) => (Array.isArray(value) ? value : [value]).filter(isObject)
const isNested = (value: Json) => elementsOf(value).length > 0
const isName = (name: string) => name === '$ref' || /^[A-Za-z][\w$-]*$/.test(name)

export default defineRule({
  id: 'wire/attributes-are-at-most-two-deep',
  title: 'Attribute names are legal and sub-attributes are simple',
  proves: ['RFC7643-2.1-03', 'RFC7643-2.3.8-04'],

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      for (const [name, value] of attributesOf(resource)) {
        const inner = elementsOf(value).flatMap((element) => Object.entries(element))
        const odd = [name, ...inner.map(([sub]) => sub)].find((one) => !isName(one))
        const deep = inner.find(([, sub]) => isNested(sub))
        claim('RFC7643-2.1-03', exchange).holds(odd === undefined, {
          what: 'attribute name',
          expected: 'a letter, then letters, digits, "$", "-" or "_"',
          actual: odd,
        })
        claim('RFC7643-2.3.8-04', exchange).holds(deep === undefined, {
          what: `${name}.${deep?.[0]}`,
          expected: 'a simple value',
          actual: deep?.[1],
        })
      }
    }
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { id: '2819', '@odata.etag': '1', name: { family: { legal: 'Å' } } } }),
})
