import { bodyOf, defineRule, resourcesIn } from '#check'
import { answering, type JsonObject } from '#scim'
import { askedCursor, nextOf } from './walk.part.ts'

export default defineRule({
  id: 'cursor/pages-keep-to-the-largest-size',
  title: 'No page by cursor is longer than maxPageSize',
  proves: ['RFC9865-4-07'],

  judge(exchange, claim, { limits: { maxPageSize } }) {
    const isPage = askedCursor(exchange) !== undefined || nextOf(exchange) !== undefined
    if (maxPageSize === undefined || exchange.response?.status !== 200 || !isPage) return
    const actual = resourcesIn(exchange).length
    const detail = { what: 'number of Resources', expected: `at most ${maxPageSize}`, actual }
    claim('RFC9865-4-07', exchange).holds(actual <= maxPageSize, detail)
  },

  counterexample: (exchange, { limits: { maxPageSize = 0 } }) => {
    const Resources = Array.from({ length: maxPageSize + 1 }, (_, n): JsonObject => ({ id: String(n) }))
    return answering(exchange, { body: { ...bodyOf(exchange), Resources } })
  },
})
