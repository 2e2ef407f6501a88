import { bodyOf, defineCheck } from '#check'
import { answering, header, member } from '#scim'

export default defineCheck({
  id: 'create/answers-201-with-location',
  title: 'A create answers 201 with the resource and its Location',
  proves: ['RFC7644-3.3-07', 'RFC7644-3.3-08', 'RFC7644-3.3-09'],
  breaks:
    'WSO2 Identity Server: Location and meta.location differed, following it gave 404 (wso2/product-is#7317); Infisical: A group without members ended as an internal error (Infisical/infisical#6552). Cost: provisioning blocked, cosmetic.',

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, endpoint, draft, send }) {
    return { created: await send({ method: 'POST', path: endpoint(of.name), body: draft(of.name) }) }
  },

  judge({ created }, claim, { facts }) {
    const absolute = (uri: unknown) =>
      typeof uri === 'string' && URL.canParse(uri, `${facts.base}/`)
        ? new URL(uri, `${facts.base}/`).href
        : undefined
    const body = created.response?.body
    const location = header(created, 'location')
    const inMeta = member(member(body, 'meta'), 'location')
    claim('RFC7644-3.3-07', created).status(201)
    claim('RFC7644-3.3-08', created).has('/schemas').has('/id').has('/meta')
    claim('RFC7644-3.3-09', created).header('location', 'a URI', (value) => absolute(value) !== undefined)
    if (body !== undefined) {
      claim('RFC7644-3.3-09', created).holds(absolute(inMeta) === absolute(location), {
        expected: location ?? 'the same as the Location header',
        actual: inMeta,
        pointer: '/meta/location',
      })
    }
  },

  counterexample: ({ created }) => [
    { created: answering(created, { status: 200, body: undefined, headers: { location: undefined } }) },
    {
      created: answering(created, {
        body: { ...bodyOf(created), meta: { location: 'https://elsewhere.example/Users/1' } },
      }),
    },
  ],
})
