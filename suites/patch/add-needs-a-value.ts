import { defineCheck, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/add-needs-a-value',
  title: 'PATCH add without a value is refused',
  proves: ['RFC7644-3.5.2.1-01'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User')
    return { added: await send(patch(user.path, { op: 'add', path: 'title' })) }
  },

  judge({ added }, claim) {
    claim('RFC7644-3.5.2.1-01', added).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ added }) => ({ added: answering(added, { status: 204, body: undefined }) }),
})
