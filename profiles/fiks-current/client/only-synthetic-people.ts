import { asking, defineClientRule, holdsIdentityNumber, holdsRealNumber, instead } from '#check'

export default defineClientRule({
  id: 'fiks-current/client/only-synthetic-people',
  title: 'Every identity number is that of a synthetic person',
  proves: ['fiks/F-100'],
  stops: true,
  breaks: 'Data of living people is in a test environment.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const { path, body, text } = exchange.request
      const sent = `${path}\n${body === undefined ? (text ?? '') : JSON.stringify(body)}`
      if (!holdsIdentityNumber(sent)) continue
      const isReal = holdsRealNumber(sent)
      claim('fiks/F-100', exchange).holds(!isReal, {
        what: 'identity number',
        expected: 'of a synthetic series',
        actual: isReal ? 'one that a real person may have' : 'synthetic',
      })
    }
  },

  counterexample: (trace) => {
    const sent = trace.find(({ request }) => holdsIdentityNumber(JSON.stringify(request.body ?? '')))
    if (!sent) return []
    const body = JSON.parse(
      JSON.stringify(sent.request.body).replace(
        /\[identity-number-[0-9a-f]{10}\]/g,
        '[identity-number-0123456789-not-synthetic]',
      ),
    )
    return instead(trace, sent, asking(sent, { body }))
  },
})
