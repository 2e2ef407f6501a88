import { defineRule } from '#check'
import { answering, type Exchange, header } from '#scim'

/** Load balancers keep theirs for a week, and these tell nobody who is there. */
const LONGEST = 8 * 86_400

function cookiesIn({ response }: Exchange): string[] {
  return (response?.headers ?? [])
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => value)
}

/** Seconds that a cookie is kept for; none where it ends with the session, or where that cannot be told. */
function lifetime(cookie: string, now: number): number | undefined {
  const age = /;\s*max-age=(-?\d+)/i.exec(cookie)?.[1]
  if (age !== undefined) return Number(age)
  const end = /;\s*expires=([^;]+)/i.exec(cookie)?.[1]
  return end === undefined ? undefined : (Date.parse(end) - now) / 1_000
}

export default defineRule({
  id: 'wire/cookies-end-with-the-session',
  title: 'A cookie does not outlive the session of a browser',
  proves: ['RFC7644-7.4-06'],

  judge(exchange, claim) {
    if (!exchange.response) return
    const now = Date.parse(header(exchange, 'date') ?? '')
    const lasting = cookiesIn(exchange).find((cookie) => (lifetime(cookie, now) ?? 0) > LONGEST) ?? null
    const detail = { what: 'header set-cookie', expected: 'no lasting cookie', actual: lasting }
    claim('RFC7644-7.4-06', exchange).holds(lasting === null, detail)
  },

  counterexample: (exchange) =>
    answering(exchange, { headers: { 'set-cookie': '[secret]; Secure; Max-Age=31536000' } }),
})
