import { defineRule, type Facts } from '#check'
import { answering, type Exchange, header, type Json, member } from '#scim'
import { shownAs } from './shown.part.ts'

/** The segment before the endpoint where it is meant as a version: `v2`, and whatever else begins like one. */
function versionIn(uri: string, endpoint: string): string | undefined {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
  const at = path.toLowerCase().lastIndexOf(`${endpoint.toLowerCase()}/`)
  const before = at < 0 ? undefined : path.slice(0, at).split('/').at(-1)
  return before !== undefined && /^v[.\d]/i.test(before) ? before : undefined
}

const major = (version: string) => /\d+/.exec(version)?.[0]

function addresses(exchange: Exchange, facts: Facts): { uri: Json; endpoint: string }[] {
  return shownAs(exchange, facts).flatMap(({ type: { endpoint }, resource }) => {
    const inside = member(member(resource, 'meta'), 'location') ?? null
    const outside = exchange.response?.status === 201 ? (header(exchange, 'location') ?? null) : null
    return [inside, outside].filter((uri) => uri !== null).map((uri) => ({ uri, endpoint }))
  })
}

export default defineRule({
  id: 'wire/locations-keep-the-version',
  title: 'Addresses carry the version of the base URL, "v" and a number',
  proves: ['RFC7644-3.13-02'],

  judge(exchange, claim, facts) {
    const own = versionIn(`${facts.base}/`, '')
    for (const { uri, endpoint } of addresses(exchange, facts)) {
      const actual = versionIn(String(uri), endpoint)
      // Without a version there is nothing to say about its form.
      if (actual === undefined) continue
      const wellFormed = /^v\d+(\.\d+)*$/i.test(actual)
      // A proxy can put another one in front, but no address of a v2 service is one of v1.
      const same = own === undefined || major(own) === major(actual)
      claim('RFC7644-3.13-02', exchange).holds(wellFormed && same, {
        what: 'version in the address',
        expected: own ?? '"v" and a number',
        actual,
      })
    }
  },

  counterexample: (exchange, { base }) => {
    const [type = 'Users'] = exchange.request.path.slice(1).split(/[/?]/, 1)
    const root = base.replace(/\/v[\d.]+$/i, '')
    return answering(exchange, {
      body: { id: '2819', meta: { location: `${root}/v1-beta/${type}/2819` } },
    })
  },
})
