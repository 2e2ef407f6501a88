import { asking, defineClientRule, instead } from '#check'

/** What RFC 3986 lets stand in a path or a query. A plus sign is one of them, whatever it is meant to say (AMB-098). */
const URI = /^[A-Za-z0-9\-._~:/?@!$&'()*+,;=[\]%]*$/

export default defineClientRule({
  id: 'client/addresses-are-encoded',
  title: 'Addresses are percent-encoded',
  proves: ['RFC7644-1.2-01'],
  breaks:
    'Servers and proxies cut the address where the letter stands that has no place in it, or refuse it.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const { path } = exchange.request
      const detail = { what: 'address', expected: 'percent-encoded', actual: path }
      claim('RFC7644-1.2-01', exchange).holds(URI.test(path) && !/%(?![0-9A-Fa-f]{2})/.test(path), detail)
    }
  },

  counterexample: (trace) => {
    const [first] = trace
    return first ? instead(trace, first, asking(first, { path: '/Users?filter=userName eq "kari"' })) : []
  },
})
