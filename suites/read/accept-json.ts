import { defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'read/accept-json',
  title: 'Accept: application/json is served',
  proves: ['RFC7644-3.8-07'],
  needs: { resource: 'User' },

  async act({ shared, send }) {
    const user = await shared('User')
    return { read: await send({ ...get(user.path), headers: { accept: 'application/json' } }) }
  },

  judge({ read }, claim) {
    claim('RFC7644-3.8-07', read).status(200).has('/id')
  },

  counterexample: ({ read }) => ({ read: answering(read, { status: 406, body: undefined }) }),
})
