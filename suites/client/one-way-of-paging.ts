import { asking, defineClientRule, instead, queried } from '#check'

export default defineClientRule({
  id: 'client/one-way-of-paging',
  title: 'A page is asked for with startIndex or with a cursor, not both',
  proves: ['RFC9865-2.4-01'],
  breaks: 'Which of the two counts is for the server to guess.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const [cursor, start] = [queried(exchange, 'cursor'), queried(exchange, 'startIndex')]
      if (cursor === undefined && start === undefined) continue
      const actual = [
        ...(cursor === undefined ? [] : ['cursor']),
        ...(start === undefined ? [] : ['startIndex']),
      ]
      const detail = { what: 'paging parameters', expected: 'one of cursor and startIndex', actual }
      claim('RFC9865-2.4-01', exchange).holds(actual.length === 1, detail)
    }
  },

  counterexample: (trace) => {
    const paged = trace.find(
      (one) => queried(one, 'cursor') !== undefined || queried(one, 'startIndex') !== undefined,
    )
    return paged ? instead(trace, paged, asking(paged, { path: '/Users?startIndex=1&cursor=' })) : []
  },
})
