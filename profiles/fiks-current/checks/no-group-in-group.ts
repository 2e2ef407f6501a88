import { defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/no-group-in-group',
  title: 'A group as a member of a group is refused or taken in order',
  proves: ['fiks/F-53'],
  needs: { features: ['patch'], resource: 'Group' },

  async act({ given, send }) {
    const [outer, inner] = [await given('Group'), await given('Group')]
    const value = [{ value: inner.id }]
    const added = await send(patch(outer.path, { op: 'add', path: 'members', value }))
    return { added, outer: await send(get(outer.path)), inner: await send(get(inner.path)) }
  },

  // KS does not support groups in groups, but its Sync API has members of the type Group: both answers are its own.
  judge({ added, outer, inner }, claim) {
    claim('fiks/F-53', added).status(400, 404, 409, 200, 204)
    claim('fiks/F-53', outer).status(200)
    claim('fiks/F-53', inner).status(200)
  },

  counterexample: ({ added, ...seen }) => ({ ...seen, added: answering(added, { status: 500 }) }),
})
