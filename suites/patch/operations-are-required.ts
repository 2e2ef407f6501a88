import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type Exchange, URN } from '#scim'

const schemas = [URN.patchOp]

const BODIES = [{ schemas }, { schemas, Operations: 'replace title' }, { schemas: [URN.user], title: '24-7' }]

export default defineCheck({
  id: 'patch/operations-are-required',
  title: 'PATCH without an array of Operations is refused',
  proves: ['RFC7644-3.5.2-04'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User', { title: '12-3' })
    const sent: Exchange[] = []
    for (const body of BODIES) sent.push(await send({ method: 'PATCH', path: user.path, body }))
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    for (const one of sent) claim('RFC7644-3.5.2-04', one).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-04', after).has('/title', '12-3')
  },

  counterexample: ({ sent, after }) => ({
    sent: sent.map((one) => answering(one, { status: 200, body: bodyOf(after) })),
    after,
  }),
})
