import { defineCheck, get, patch } from '#check'
import { answering } from '#scim'

const REFUSED = [400, 404, 409, 422]

export default defineCheck({
  id: 'groups/unknown-member',
  title: 'An unknown member is taken or refused, without an inner error',
  proves: ['RFC7643-2.3.7-08', 'RFC7644-3.12-17'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send, missing }) {
    const group = await given('Group')
    const path = missing('User')
    const value = [{ value: decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)) }]
    const added = await send(patch(group.path, { op: 'add', path: 'members', value }))
    return { added, after: await send(get(group.path)) }
  },

  judge({ added, after }, claim) {
    claim('RFC7643-2.3.7-08', added).status(200, 204, ...REFUSED)
    claim('RFC7644-3.12-17', added).holds((added.response?.status ?? 0) < 500, {
      what: 'status',
      expected: 'below 500',
      actual: added.response?.status,
    })
    claim('RFC7644-3.12-17', after).status(200)
  },

  counterexample: ({ added, after }) => ({ added: answering(added, { status: 500 }), after }),
})
