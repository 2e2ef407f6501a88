import { defineClientRule, later, refused, type Trace } from '#check'

/** Requests that may be under way, or tried once more, when the token turns out to be worth nothing. */
const UNDER_WAY = 5
const MINUTE = 60_000

export default defineClientRule({
  id: 'fiks-current/client/lost-credentials-stop-it',
  title: 'After 401 the client stops, and does not try person after person',
  proves: ['fiks/F-83'],
  breaks: 'Thousands of refused requests, and an administrator who is told of persons instead of the token.',

  judge(trace, claim) {
    const refusals = trace.filter(
      ({ response, credentials }) => response?.status === 401 && credentials !== 'none',
    )
    const [first] = refusals
    if (!first) return
    for (const one of refusals) {
      const since = refusals.filter(({ at }) => at >= one.at && at < one.at + MINUTE).length
      const detail = {
        what: 'requests within a minute of 401',
        expected: `${UNDER_WAY} at most`,
        actual: since,
      }
      claim('fiks/F-83', one).holds(since <= UNDER_WAY, detail)
    }
  },

  counterexample: (trace): Trace => {
    const refusal = trace.find(({ response }) => response?.status === 401)
    if (!refusal) return []
    const many = Array.from({ length: 20 }, (_, n) => later(refusal, refusal.at + n, `${refusal.id}-${n}`))
    return [...trace, ...many.map((one) => refused(one, 401))]
  },
})
