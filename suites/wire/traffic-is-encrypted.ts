import { defineRule, type Facts, reading } from '#check'
import { answering, type Exchange, header, type Json, member } from '#scim'
import { shown } from './shown.part.ts'

/** Addresses that the answer sends a client to. */
function addressesIn(exchange: Exchange, facts: Facts): string[] {
  const inside = shown(exchange, facts).map((resource) => member(member(resource, 'meta'), 'location'))
  const all: (Json | undefined)[] = [
    ...inside,
    header(exchange, 'location'),
    header(exchange, 'content-location'),
  ]
  return all.filter((uri) => typeof uri === 'string')
}

/** What never leaves the machine needs no encryption on the way. */
function isOnThisMachine(base: string): boolean {
  const { protocol, hostname } = new URL(base)
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

export default defineRule({
  id: 'wire/traffic-is-encrypted',
  title: 'The service is reached by TLS and leads nowhere else',
  proves: ['RFC7644-7.2-01', 'RFC7644-7.2-02', 'RFC7644-7.4-03'],

  judge(exchange, claim, facts) {
    if (isOnThisMachine(facts.base)) return
    const plain = /^http:/i.test(facts.base)
    // AMBIGUOUS: AMB-096, a service under test often has its TLS in front of it.
    const excuse = plain ? { reading: reading('AMB-096/http', null).reading } : {}
    const away = addressesIn(exchange, facts).find((uri) => /^http:/i.test(uri)) ?? null
    const address = { what: 'address', expected: 'https', actual: plain ? 'http' : away }
    const leads = away === null ? {} : { reading: reading('AMB-096/http-address', away).reading }
    claim('RFC7644-7.2-01', exchange).holds(true, { ...address, ...(plain ? excuse : leads) })
    // Cookies are not kept in records, only what protects them.
    const cookie = header(exchange, 'set-cookie') ?? null
    const open = cookie !== null && !/;\s*secure\b/i.test(cookie)
    const cookieOf = { what: 'header set-cookie', expected: 'Secure', actual: cookie }
    // Whether it is one of a session or one of a load balancer cannot be told.
    const loose = open ? { reading: reading('AMB-096/open-cookie', null).reading } : {}
    claim('RFC7644-7.4-03', exchange).holds(true, { ...cookieOf, ...(plain ? excuse : loose) })
    if (plain) return
    // The client offers TLS 1.2 and 1.3.
    const { kind = null, message = '' } = exchange.failure ?? {}
    const refused = kind === 'tls' && /protocol|version|handshake/i.test(message)
    const detail = { what: 'handshake', expected: 'TLS 1.2 or later', actual: refused ? message : null }
    claim('RFC7644-7.2-02', exchange).holds(!refused, detail)
  },

  counterexample: (exchange, { base }) => {
    const location = `${base.replace(/^https:/, 'http:')}/Users/2819`
    const { response: _, ...sent } = exchange
    return [
      answering(exchange, { headers: { location, 'set-cookie': '[secret]; HttpOnly' } }),
      { ...sent, failure: { kind: 'tls', message: 'unsupported protocol version' } },
    ]
  },
})
