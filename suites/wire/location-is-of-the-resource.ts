import { bodyOf, defineRule, reading } from '#check'
import { answering, decoded, header, member } from '#scim'
import type { ResourceType } from '#scim/schema'
import { shownAs } from './shown.part.ts'

/** Ends with the endpoint and the id: a proxy may stand before both. */
function leadsTo(location: string, { endpoint }: ResourceType, id: string): boolean {
  const [collection, last = ''] = location
    .replace(/[?#].*$/, '')
    .split('/')
    .slice(-2)
  return collection?.toLowerCase() === endpoint.split('/').at(-1)?.toLowerCase() && decoded(last) === id
}

export default defineRule({
  id: 'wire/location-is-of-the-resource',
  title: 'meta.location is the address of the resource itself',
  proves: ['RFC7643-3.1-24'],
  breaks: 'elimity-com/scim (Go library): meta.location was relative (elimity-com/scim#172). Cost: cosmetic.',

  judge(exchange, claim, facts) {
    for (const { type, resource } of shownAs(exchange, facts)) {
      const actual = member(member(resource, 'meta'), 'location')
      const id = member(resource, 'id')
      if (actual === undefined || typeof id !== 'string') continue
      const fits = typeof actual === 'string' && leadsTo(actual, type, id)
      const relative = fits && !/^https?:\/\//i.test(actual)
      const content = resource === bodyOf(exchange) ? header(exchange, 'content-location') : undefined
      const expected = `an absolute URI that ends in ${type.endpoint}/${id}`
      claim('RFC7643-3.1-24', exchange)
        .holds(fits, {
          what: 'meta.location',
          expected,
          actual,
          ...(relative ? { reading: reading('AMB-020/relative', null).reading } : {}),
        })
        .holds(content === undefined || content === actual, {
          what: 'header content-location',
          expected: actual,
          actual: content,
        })
    }
  },

  counterexample: (exchange, { base }) => {
    const meta = { location: `${base}/Users/somebody-else` }
    return answering(exchange, { body: { id: '2819', meta } })
  },
})
