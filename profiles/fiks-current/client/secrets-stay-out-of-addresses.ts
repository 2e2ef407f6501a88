import { asking, defineClientRule, holdsIdentityNumber, instead } from '#check'

export default defineClientRule({
  id: 'fiks-current/client/secrets-stay-out-of-addresses',
  title: 'No address holds the token or an identity number',
  proves: ['fiks/F-16-client', 'fiks/P-10-client'],
  breaks: 'Whoever reads the log of a server or proxy has the token, or the number.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const { path } = exchange.request
      const isClean = !path.includes('[secret]') && !/[?&](?:access_?token|token|api_?key)=/i.test(path)
      claim('fiks/F-16-client', exchange).holds(isClean, {
        what: 'address',
        expected: 'without a token',
        actual: path,
      })
      claim('fiks/P-10-client', exchange).holds(!holdsIdentityNumber(path), {
        what: 'address',
        expected: 'without an identity number',
        actual: path,
      })
    }
  },

  counterexample: (trace) => {
    const [first] = trace
    if (!first) return []
    return [
      instead(trace, first, asking(first, { path: '/Users?access_token=[secret]' })),
      instead(trace, first, asking(first, { path: '/Users/[identity-number-0123456789]' })),
    ]
  },
})
