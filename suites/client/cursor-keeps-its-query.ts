import { asking, defineClientRule, instead, queried } from '#check'
import { type Exchange, member } from '#scim'

/** Address and query without the cursor, the order of parameters aside. */
function question({ request }: Exchange): string {
  const [path = '', query = ''] = request.path.split('?', 2)
  const rest = query.split('&').filter((pair) => pair !== '' && !/^cursor(?:=|$)/.test(pair))
  return `${path}?${rest.sort().join('&')}`
}

export default defineClientRule({
  id: 'client/cursor-keeps-its-query',
  title: 'A later page is asked for with the parameters of the first',
  proves: ['RFC9865-2-16'],
  breaks: 'Pages of two different lists are taken for one, and somebody is missing in it.',

  judge(trace, claim) {
    const questions = new Map<string, string>()
    for (const exchange of trace) {
      if (exchange.request.method !== 'GET') continue
      const cursor = queried(exchange, 'cursor')
      const first = cursor ? questions.get(cursor) : undefined
      if (first !== undefined) {
        const actual = question(exchange)
        const detail = { what: 'query of a later page', expected: first, actual }
        claim('RFC9865-2-16', exchange).holds(actual === first, detail)
      }
      for (const name of ['nextCursor', 'previousCursor']) {
        const next = member(exchange.response?.body, name)
        if (typeof next === 'string') questions.set(next, first ?? question(exchange))
      }
    }
  },

  counterexample: (trace) => {
    const given = new Set(trace.map(({ response }) => member(response?.body, 'nextCursor')))
    const late = trace.find((exchange) => {
      const cursor = queried(exchange, 'cursor')
      return cursor !== undefined && given.has(cursor)
    })
    if (!late) return []
    const path = `${late.request.path}&filter=active%20eq%20true`
    return instead(trace, late, asking(late, { path }))
  },
})
