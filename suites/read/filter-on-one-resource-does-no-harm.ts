import { bodyOf, defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'read/filter-on-one-resource-does-no-harm',
  title: 'A filter on the URL of one resource is answered or refused',
  proves: ['RFC7644-3.4.2.1-01', 'RFC7644-3.12-17'],
  needs: { resource: 'User' },

  async act({ send, shared }) {
    const { path, sent } = await shared('User')
    return { read: await send(get(path, { filter: `userName eq ${JSON.stringify(sent.userName)}` })) }
  },

  judge({ read }, claim) {
    // AMBIGUOUS: AMB-085: resource, list or refusal, each has its readers; a fault of the server has none.
    claim('RFC7644-3.12-17', read).status(200, 400, 403, 501)
    const stated = claim('RFC7644-3.4.2.1-01', read).status(200, 400, 403, 501)
    if (read.response?.status === 200 && bodyOf(read)?.Resources === undefined)
      stated.has(bodyOf(read)?.totalResults === undefined ? '/id' : '/schemas')
  },

  counterexample: ({ read }) => ({
    read: answering(read, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
