import { defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/no-group-in-group',
  title: 'A group is not taken as a member of a group',
  proves: ['fiks/F-53'],
  needs: { features: ['patch'], resource: 'Group' },

  async act({ given, send }) {
    const [outer, inner] = [await given('Group'), await given('Group')]
    const value = [{ value: inner.id }]
    const added = await send(patch(outer.path, { op: 'add', path: 'members', value }))
    return { added, outer: await send(get(outer.path)), inner: await send(get(inner.path)) }
  },

  // The Sync API has members of the type Group (X4): who takes one is warned and does not fail.
  judge({ added, outer, inner }, claim) {
    claim('fiks/F-53', added).status(400, 404, 409, reading('AMB-036/422', 422))
    claim('fiks/F-53', outer).status(200).lacks('/members')
    claim('fiks/F-53', inner).status(200)
  },

  counterexample: ({ added, ...seen }) => ({ ...seen, added: answering(added, { status: 200 }) }),
})
