import { defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'projection/both-parameters-do-no-harm',
  title: 'attributes with excludedAttributes: 400, or one of them wins',
  proves: ['RFC7644-3.9-03'],
  needs: { resource: 'User' },

  async act({ shared, send }) {
    const user = await shared('User')
    const both = { attributes: 'userName,displayName', excludedAttributes: 'displayName' }
    return { cut: await send(get(user.path, both)) }
  },

  judge({ cut }, claim) {
    claim('RFC7644-3.9-03', cut).status(200, 400)
    if (cut.response?.status === 200) claim('RFC7644-3.9-03', cut).has('/id')
  },

  counterexample: ({ cut }) => ({ cut: answering(cut, { status: 500 }) }),
})
