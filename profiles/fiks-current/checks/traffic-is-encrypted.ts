import { bodyOf, defineRule, resourcesIn } from '#check'
import { answering, header, member } from '#scim'

/** What never leaves the machine needs no encryption on the way. */
const isOnThisMachine = (base: string) =>
  /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/.test(base)

export default defineRule({
  id: 'fiks-current/traffic-is-encrypted',
  title: 'The service is reached by TLS and leads nowhere else',
  proves: ['fiks/F-02'],

  judge(exchange, claim, { base }) {
    if (isOnThisMachine(base) || !exchange.response) return
    const resources = [bodyOf(exchange), ...resourcesIn(exchange)]
    const inside = resources.map((one) => member(member(one, 'meta'), 'location'))
    const all = [base, header(exchange, 'location'), ...inside]
    const actual = all.find((address) => typeof address === 'string' && /^http:/i.test(address)) ?? null
    claim('fiks/F-02', exchange).holds(actual === null, { what: 'address', expected: 'https', actual })
  },

  counterexample: (exchange, { base }) =>
    answering(exchange, { headers: { location: `${base.replace(/^https:/, 'http:')}/Users/2819` } }),
})
