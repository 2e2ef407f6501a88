import { bodyOf, defineRule } from '#check'
import { answering, type Exchange } from '#scim'
import { askedCursor, nextOf, previousOf, UNRESERVED } from './walk.part.ts'

const isList = ({ response }: Exchange) => response?.status === 200

export default defineRule({
  id: 'cursor/values-are-url-safe',
  title: 'Cursors consist of characters that need no escape in a URL',
  proves: ['RFC9865-2-03', 'RFC9865-2-15'],

  judge(exchange, claim) {
    if (!isList(exchange)) return
    for (const name of ['nextCursor', 'previousCursor'] as const) {
      const actual = bodyOf(exchange)?.[name]
      // AMB-107: where there is none, some write null or nothing.
      if (actual === undefined || actual === null || actual === '') continue
      const detail = { expected: 'letters, digits, "-", ".", "_" or "~"', actual, pointer: `/${name}` }
      const fits = typeof actual === 'string' && UNRESERVED.test(actual)
      for (const row of ['RFC9865-2-03', 'RFC9865-2-15'] as const) claim(row, exchange).holds(fits, detail)
    }
  },

  counterexample: (exchange) => {
    const cursor = nextOf(exchange) ?? previousOf(exchange) ?? askedCursor(exchange) ?? ''
    return answering(exchange, { body: { ...bodyOf(exchange), nextCursor: `${cursor}+/==` } })
  },
})
