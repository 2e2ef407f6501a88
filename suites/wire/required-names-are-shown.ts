import { defineRule } from '#check'
import { answering, member, URN } from '#scim'
import { isPartial, shownAs } from './shown.part.ts'

const REQUIRED = [
  { row: 'RFC7643-4.1.1-01', schema: URN.user, name: 'userName' },
  { row: 'RFC7643-4.2-01', schema: URN.group, name: 'displayName' },
] as const

export default defineRule({
  id: 'wire/required-names-are-shown',
  title: 'Every User has a userName and every Group a displayName',
  proves: ['RFC7643-4.1.1-01', 'RFC7643-4.2-01'],

  judge(exchange, claim, facts) {
    if (isPartial(exchange)) return
    for (const { type, resource, isForeign } of shownAs(exchange, facts)) {
      const rule = REQUIRED.find(({ schema }) => schema === type.schema)
      if (!rule || isForeign) continue
      const actual = member(resource, rule.name)
      const given = typeof actual === 'string' && actual !== ''
      claim(rule.row, exchange).holds(given, { what: rule.name, expected: 'a string', actual })
    }
  },

  counterexample: (exchange) => answering(exchange, { body: { id: '2819', userName: '', displayName: '' } }),
})
