import { bodyOf, defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'read/unknown-parameter-is-ignored',
  title: 'A query parameter that nobody knows is ignored',
  proves: ['RFC7644-3.4.2-03'],
  needs: { resource: 'User' },
  breaks: 'Gateways and clients add parameters of their own, to follow a request or to pass a cache',

  async act({ endpoint, send, shared }) {
    const user = await shared('User')
    return {
      read: await send(get(user.path, { scimTestUnknown: '1' })),
      list: await send(get(endpoint('User'), { scimTestUnknown: '1', count: 1 })),
    }
  },

  judge({ read, list }, claim) {
    claim('RFC7644-3.4.2-03', read).status(200).has('/id').has('/userName')
    claim('RFC7644-3.4.2-03', list).status(200)
  },

  counterexample: ({ read, list }) => {
    const body = { schemas: [URN.error], status: '400' }
    return [
      { read: answering(read, { status: 400, body }), list },
      {
        read: answering(read, { body: { id: bodyOf(read)?.id ?? null } }),
        list: answering(list, { status: 400, body }),
      },
    ]
  },
})
