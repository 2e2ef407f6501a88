import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'

const Operations = [{ op: 'replace', path: 'title', value: '24-7' }]

export default defineCheck({
  id: 'patch/schemas-are-required',
  title: 'PATCH without the PatchOp schema is refused or taken as meant',
  proves: ['RFC7644-3.5.2-03'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  each: () => [
    { name: 'none', body: { Operations } },
    { name: 'other', body: { schemas: [URN.user], Operations } },
    { name: 'right', body: { schemas: [URN.patchOp], Operations } },
  ],

  async act({ given, send, of }) {
    const user = await given('User')
    return { sent: await send({ method: 'PATCH', path: user.path, body: of.body }) }
  },

  judge({ sent }, claim, { of }) {
    const accepted = [200, 204].map((status) => reading('AMB-040/accepted', status))
    const allowed = of.name === 'right' ? [200, 204] : [400, reading('AMB-036/422', 422), ...accepted]
    claim('RFC7644-3.5.2-03', sent).status(...allowed)
  },

  counterexample: ({ sent }) => ({ sent: answering(sent, { status: 500 }) }),
})
