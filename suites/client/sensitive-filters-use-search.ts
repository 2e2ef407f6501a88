import { asking, defineClientRule, holdsIdentityNumber, instead, plainPath, queried } from '#check'
import { member } from '#scim'

const NUMBER = '[identity-number-0123456789]'

export default defineClientRule({
  id: 'client/sensitive-filters-use-search',
  title: 'An identity number is looked up by POST, not in an address',
  proves: ['RFC7644-7.5.2-01', 'RFC7644-7.5.2-02'],
  breaks: 'Addresses are kept in the logs of servers and proxies, and the number with them.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const { method, path, body } = exchange.request
      const isSearch = /\/\.search$/.test(plainPath(exchange)) && member(body, 'filter') !== undefined
      if (!isSearch && (method !== 'GET' || queried(exchange, 'filter') === undefined)) continue
      const detail = { what: 'address', expected: 'without an identity number', actual: path }
      const isClean = !holdsIdentityNumber(path)
      claim('RFC7644-7.5.2-01', exchange).holds(isClean, detail)
      claim('RFC7644-7.5.2-02', exchange).holds(isClean, detail)
    }
  },

  counterexample: (trace) => {
    const asked = trace.find((exchange) => queried(exchange, 'filter') !== undefined)
    const path = `/Users?filter=externalId%20eq%20%22${NUMBER}%22`
    return asked ? instead(trace, asked, asking(asked, { path })) : []
  },
})
