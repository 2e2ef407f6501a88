import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Exchange, member } from '#scim'

const groups = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'groups').map((one) => String(member(one, 'value')))

export default defineCheck({
  id: 'groups/deleted-group-leaves-its-users',
  title: 'Deleting a group leaves its members, without the membership',
  proves: ['RFC7644-3.4.1-01', 'RFC7643-4.1.2-22'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send, eventually, blocked }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const deleted = await send({ method: 'DELETE', path: group.path })
    if (!deleted.response || deleted.response.status >= 300) blocked('the target does not delete it')
    const after = await eventually(get(user.path), (seen) => !groups(seen).includes(group.id))
    return { created: group.created, deleted, after }
  },

  judge({ after }, claim) {
    claim('RFC7644-3.4.1-01', after).status(200).has('/id')
    claim('RFC7643-4.1.2-22', after).lacks('/groups')
  },

  counterexample: ({ after, ...seen }) => [
    { ...seen, after: answering(after, { status: 404, body: undefined }) },
    { ...seen, after: answering(after, { body: { ...bodyOf(after), groups: [{ value: 'x' }] } }) },
  ],
})
