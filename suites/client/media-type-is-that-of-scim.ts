import { asking, defineClientRule, instead } from '#check'

export default defineClientRule({
  id: 'client/media-type-is-that-of-scim',
  title: 'A body is sent as application/scim+json',
  proves: ['RFC7644-8.1-01'],
  breaks: 'Servers that take nothing else refuse every change with 415.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const { body, text, headers } = exchange.request
      if (body === undefined && text === undefined) continue
      const actual = headers['content-type']
      const isScim = /^application\/scim\+json\s*(?:;|$)/i.test(actual ?? '')
      const detail = { what: 'header content-type of the request', expected: 'application/scim+json', actual }
      claim('RFC7644-8.1-01', exchange).holds(isScim, detail)
    }
  },

  counterexample: (trace) => {
    const sent = trace.find(({ request }) => request.body !== undefined)
    return sent ? instead(trace, sent, asking(sent, { headers: { 'content-type': 'text/json' } })) : []
  },
})
