import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'

const schemas = [URN.patchOp]

export default defineCheck({
  id: 'patch/operations-are-required',
  title: 'PATCH without an array of Operations is refused',
  proves: ['RFC7644-3.5.2-04'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  each: () => [
    { name: 'none', body: { schemas } },
    { name: 'text', body: { schemas, Operations: 'replace title' } },
    { name: 'bare-resource', body: { schemas: [URN.user], title: '24-7' } },
  ],

  async act({ given, send, of }) {
    const user = await given('User', { title: '12-3' })
    const sent = await send({ method: 'PATCH', path: user.path, body: of.body })
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    claim('RFC7644-3.5.2-04', sent).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-04', after).has('/title', '12-3')
  },

  counterexample: ({ sent, after }) => ({
    sent: answering(sent, { status: 200, body: bodyOf(after) }),
    after,
  }),
})
