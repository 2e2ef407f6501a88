import { bodyOf, createdId, defineCheck, get, isSuccess } from '#check'
import { answering } from '#scim'
import { groupIds } from './user-groups.part.ts'

export default defineCheck({
  id: 'groups/deleted-group-leaves-its-users',
  title: 'Deleting a group leaves its members, without the membership',
  proves: ['RFC7644-3.4.1-01', 'RFC7643-4.1.2-22'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send, eventually, blocked }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const deleted = await send({ method: 'DELETE', path: group.path })
    if (!isSuccess(deleted)) blocked('the target does not delete it')
    const after = await eventually(get(user.path), (seen) => !groupIds(seen).includes(group.id))
    return { created: group.created, deleted, after }
  },

  judge({ created, after }, claim) {
    claim('RFC7644-3.4.1-01', after).status(200).has('/id')
    // The user may be in groups of the target's own making.
    const actual = groupIds(after)
    const gone = String(createdId(created))
    claim('RFC7643-4.1.2-22', after).holds(!actual.includes(gone), {
      what: 'groups of the user',
      expected: `without ${gone}`,
      actual,
    })
  },

  counterexample: ({ after, ...seen }) => {
    const groups = [{ value: createdId(seen.created) }]
    return [
      { ...seen, after: answering(after, { status: 404, body: undefined }) },
      { ...seen, after: answering(after, { body: { ...bodyOf(after), groups } }) },
    ]
  },
})
