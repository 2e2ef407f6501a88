import { defineCheck } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'patch/remove-needs-a-path',
  title: 'PATCH remove without a path is refused with noTarget',
  proves: ['RFC7644-3.5.2.2-01'],
  needs: { features: ['patch'], resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    const body = { schemas: [URN.patchOp], Operations: [{ op: 'remove' }] }
    return { patch: await send({ method: 'PATCH', path: user.path, body }) }
  },

  judge({ patch }, claim) {
    claim('RFC7644-3.5.2.2-01', patch).status(400).scimType('noTarget')
  },

  counterexample: ({ patch }) => ({ patch: answering(patch, { status: 204, body: undefined }) }),
})
