import { bodyOf, defineRule, isSuccess } from '#check'
import { answering, type Exchange, header, member } from '#scim'
import { isAt, pathOf } from './address.part.ts'
import { isPartialByQuery } from './shown.part.ts'

/** An answer with one resource: its tag is that of the resource. */
const shownAlone = (exchange: Exchange) => {
  const body = bodyOf(exchange)
  return isSuccess(exchange) && body && !Object.hasOwn(body, 'totalResults') ? body : undefined
}

export default defineRule({
  id: 'wire/etag-is-the-version',
  title: 'The ETag of a resource is its meta.version, letter by letter',
  proves: ['RFC7643-3.1-25', 'RFC7643-3.1-28', 'RFC7644-3.14-03'],

  judge(exchange, claim, { features, resourceTypes }) {
    const resource = shownAlone(exchange)
    const known = resourceTypes.some(({ endpoint }) => isAt(endpoint, pathOf(exchange)))
    const tag = header(exchange, 'etag')
    if (!features.etag.offered || !resource || !known || tag === undefined) return
    const version = member(member(resource, 'meta'), 'version') ?? null
    const what = 'meta.version'
    if (version !== null)
      claim('RFC7643-3.1-25', exchange).holds(version === tag, { what, expected: tag, actual: version })
    const wellCased = ![tag, String(version)].some((one) => one.startsWith('w/'))
    claim('RFC7643-3.1-28', exchange).holds(wellCased, {
      what: 'header etag',
      expected: 'W/ in upper case',
      actual: tag,
    })
    if (version === null && isPartialByQuery(exchange)) return
    claim('RFC7644-3.14-03', exchange).holds(version === tag, { what, expected: tag, actual: version })
  },

  counterexample: (exchange) => [
    answering(exchange, { headers: { etag: 'w/"3694e05e9dff591"' } }),
    answering(exchange, { headers: { etag: '3694e05e9dff591' }, body: { meta: { version: 'W/"1"' } } }),
  ],
})
