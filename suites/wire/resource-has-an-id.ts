import { defineRule } from '#check'
import { answering, member } from '#scim'
import { shown } from './shown.part.ts'

export default defineRule({
  id: 'wire/resource-has-an-id',
  title: 'Every resource has an id, whatever was asked for',
  proves: ['RFC7643-3.1-05', 'RFC7643-3.1-09'],

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      const actual = member(resource, 'id')
      const given = typeof actual === 'string' && actual !== ''
      claim('RFC7643-3.1-05', exchange).holds(given, { what: 'id', expected: 'a string', actual })
      const free = !/bulkid/i.test(String(actual))
      claim('RFC7643-3.1-09', exchange).holds(free, { what: 'id', expected: 'no "bulkId" in it', actual })
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: { totalResults: 1, Resources: [{ id: 2819 }] } }),
    answering(exchange, { body: { totalResults: 1, Resources: [{ id: 'bulkId:qwerty' }] } }),
  ],
})
