import { defineCheck, patch, reading } from '#check'
import { answering, withQuery } from '#scim'

export default defineCheck({
  id: 'patch/attributes-ask-for-an-answer',
  title: 'PATCH with the attributes parameter answers 200 with a body',
  proves: ['RFC7644-3.5.2-26'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User')
    const path = withQuery(user.path, { attributes: 'title' })
    return { replaced: await send(patch(path, { op: 'add', path: 'title', value: '24-7' })) }
  },

  judge({ replaced }, claim) {
    const answered = claim('RFC7644-3.5.2-26', replaced)
    answered.status(200, reading('AMB-049/204-with-attributes', 204))
    if (replaced.response?.status !== 204) answered.has('/title', '24-7').has('/id')
  },

  counterexample: ({ replaced }) => ({ replaced: answering(replaced, { status: 200, body: undefined }) }),
})
