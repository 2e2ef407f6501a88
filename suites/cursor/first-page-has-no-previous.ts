import { bodyOf, defineRule } from '#check'
import { answering } from '#scim'
import { askedCursor, nextOf } from './walk.part.ts'

export default defineRule({
  id: 'cursor/first-page-has-no-previous',
  title: 'The first page by cursor has no previousCursor',
  proves: ['RFC9865-2-14'],

  judge(exchange, claim) {
    const isFirst = askedCursor(exchange) === '' && nextOf(exchange) !== undefined
    if (exchange.response?.status === 200 && isFirst) claim('RFC9865-2-14', exchange).lacks('/previousCursor')
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { ...bodyOf(exchange), previousCursor: 'back-to-nowhere' } }),
})
