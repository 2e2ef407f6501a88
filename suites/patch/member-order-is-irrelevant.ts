import { bodyOf, defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'patch/member-order-is-irrelevant',
  title: 'PATCH takes the members of its message in any order',
  proves: ['RFC7643-2.3.8-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User')
    const body = { Operations: [{ value: '24-7', path: 'title', op: 'add' }], schemas: [URN.patchOp] }
    const sent = await send({ method: 'PATCH', path: user.path, body })
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    claim('RFC7643-2.3.8-02', sent).succeeds()
    claim('RFC7643-2.3.8-02', after).has('/title', '24-7')
  },

  counterexample: ({ sent, after }) => ({
    sent: answering(sent, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), title: null } }),
  }),
})
