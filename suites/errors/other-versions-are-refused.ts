import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange, member, URN } from '#scim'

/** A list of SCIM: the front page of an application is none, whatever its status. */
const isServed = (exchange: Exchange) => {
  const schemas = member(bodyOf(exchange), 'schemas')
  return exchange.response?.status === 200 && Array.isArray(schemas) && schemas.includes(URN.listResponse)
}

export default defineCheck({
  id: 'errors/other-versions-are-refused',
  title: 'A version that does not exist is refused, none means the latest',
  proves: ['RFC7644-3.13-03', 'RFC7644-3.13-04', 'RFC7644-3.12-27'],
  needs: { resource: 'User' },
  each: ({ base, resourceTypes }) => {
    const [type] = resourceTypes.filter(({ name }) => name === 'User')
    const version = /\/(v\d[\d.]*)$/i.exec(base)?.[1]
    return type && version ? [{ name: version, endpoint: type.endpoint }] : []
  },

  async act({ mark, of, send }) {
    const query = { filter: `userName eq "${mark('nobody')}"` }
    return {
      other: await send(get(`/../v9${of.endpoint}`, query)),
      none: await send(get(`/..${of.endpoint}`, query)),
    }
  },

  judge({ other, none }, claim) {
    const detail = { expected: 'a refusal', actual: other.response?.body }
    claim('RFC7644-3.13-03', other).holds(!isServed(other), { what: 'answer for v9', ...detail })
    const keyword = member(bodyOf(other), 'scimType') ?? null
    // 404 is what a router says; a 400 can say why (AMB-093).
    const fits = keyword === null || keyword === 'invalidVers'
    claim('RFC7644-3.12-27', other).holds(other.response?.status !== 400 || fits, {
      what: 'scimType',
      expected: 'invalidVers',
      actual: keyword,
    })
    // Without a version there need be nothing at all.
    const total = member(bodyOf(none), 'totalResults')
    const status = none.response?.status ?? 0
    claim('RFC7644-3.13-04', none).holds(isServed(none) ? total === 0 : status < 500, {
      what: 'answer without a version',
      expected: 'the same as with it, or a refusal',
      actual: none.response?.body,
    })
  },

  counterexample: ({ other, none }) => {
    const body = { schemas: [URN.listResponse], totalResults: 0, Resources: [] }
    const odd = { schemas: [URN.error], status: '400', scimType: 'uniqueness' }
    return [
      { other: answering(other, { status: 200, body }), none: answering(none, { status: 500 }) },
      { other: answering(other, { status: 400, body: odd }), none },
    ]
  },
})
