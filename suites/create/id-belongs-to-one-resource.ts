import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/id-belongs-to-one-resource',
  title: 'The id of a User leads to nothing among the Groups, nor the reverse',
  proves: ['RFC7643-3.1-06'],
  needs: { resource: ['User', 'Group'] },
  breaks:
    'User 1 and Group 1 had the same id, and clients that key on it mixed them up (limosa-io/laravel-scim-server#40). Cost: wrong access.',

  each: () => [
    { name: 'User', other: 'Group' },
    { name: 'Group', other: 'User' },
  ],

  async act({ of, shared, endpoint, send }) {
    const made = await shared(of.name)
    return {
      made: made.created,
      read: await send(get(`${endpoint(String(of.other))}/${made.path.split('/').at(-1)}`)),
    }
  },

  judge({ made, read }, claim, { of }) {
    const type = member(member(bodyOf(read), 'meta'), 'resourceType')
    // Another resource under the same id, each type counting by itself, is one reading; the same one is none.
    const numbered =
      type === of.other && member(made.response?.body, 'displayName') !== bodyOf(read)?.displayName
    // 400 where ids of that type look different and this cannot be one.
    claim('RFC7643-3.1-06', read).status(404, 400, ...(numbered ? [reading('AMB-030/id-per-type', 200)] : []))
  },

  counterexample: ({ made, read }) => ({
    made,
    read: answering(read, { status: 200, body: made.response?.body }),
  }),
})
