import { defineRule } from '#check'
import { answering, header, type Json, member } from '#scim'
import { shown } from './shown.part.ts'

/** The characters of RFC 3986, percent signs only before two hexadecimal digits. */
const URI = /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/

export default defineRule({
  id: 'wire/locations-are-plain-uris',
  title: 'Addresses of resources are percent-encoded and have no query',
  proves: ['RFC7644-1.2-01', 'RFC7644-1.3-01'],

  judge(exchange, claim, facts) {
    const resources = shown(exchange, facts)
    const inside = resources.map((resource) => member(member(resource, 'meta'), 'location'))
    const outside = exchange.response?.status === 201 ? [header(exchange, 'location')] : []
    const found = [...inside, ...outside].filter((uri): uri is Exclude<Json, null> => uri != null)
    for (const actual of found) {
      const say = (expected: string) => ({ what: 'location', expected, actual })
      claim('RFC7644-1.2-01', exchange).holds(URI.test(String(actual)), say('a percent-encoded URI'))
      claim('RFC7644-1.3-01', exchange).holds(!String(actual).includes('?'), say('a URI without a query'))
    }
  },

  counterexample: (exchange, { base }) => {
    const meta = { location: `${base}/Users/Kari Ås?api-version=1` }
    return answering(exchange, { body: { id: 'Kari Ås', meta } })
  },
})
