import { asking, defineClientRule, instead, queried } from '#check'
import { type Exchange, member } from '#scim'

const cursorOf = (exchange: Exchange) =>
  queried(exchange, 'cursor') ?? (member(exchange.request.body, 'cursor') as string | undefined)

export default defineClientRule({
  id: 'client/cursors-come-from-the-server',
  title: 'A cursor is empty at first, and then one that the server gave',
  proves: ['RFC9865-2-02', 'RFC9865-2-17', 'RFC9865-2.1-03'],
  breaks: 'A cursor that the client makes up or keeps from another list leads to the wrong people.',

  judge(trace, claim) {
    const given = new Set<string>()
    for (const exchange of trace) {
      const cursor = cursorOf(exchange)
      if (typeof cursor === 'string') {
        const isFirst = given.size === 0
        const detail = { what: 'cursor', expected: isFirst ? '' : 'one that an answer held', actual: cursor }
        const holds = cursor === '' || given.has(cursor)
        if (isFirst) claim('RFC9865-2-02', exchange).holds(holds, detail)
        else claim('RFC9865-2-17', exchange).holds(holds, detail)
        claim('RFC9865-2.1-03', exchange).holds(holds, detail)
      }
      for (const name of ['nextCursor', 'previousCursor']) {
        const next = member(exchange.response?.body, name)
        if (typeof next === 'string') given.add(next)
      }
    }
  },

  counterexample: (trace) => {
    const asked = trace.filter((exchange) => typeof cursorOf(exchange) === 'string')
    return asked.map((one) => instead(trace, one, asking(one, { path: '/Users?cursor=made-up&count=2' })))
  },
})
