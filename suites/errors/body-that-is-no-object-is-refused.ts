import { bodyOf, defineCheck, reading } from '#check'
import { answering, type Json } from '#scim'

export default defineCheck({
  id: 'errors/body-that-is-no-object-is-refused',
  title: 'JSON other than an object is refused as a resource with 400',
  proves: ['RFC7644-3.12-10'],
  needs: { resource: 'User' },
  each: () => [{ name: 'array' }, { name: 'string' }],

  async act({ draft, endpoint, mark, of, send }) {
    const body: Json = of.name === 'array' ? [draft('User')] : mark('user')
    return { refused: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ refused }, claim) {
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ refused }) => ({
    refused: answering(refused, { status: 201, body: { ...bodyOf(refused), id: '2819' } }),
  }),
})
