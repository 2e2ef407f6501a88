import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Exchange, isObject, type Json, member } from '#scim'

const ids = (resource: Json | undefined) =>
  elementsOf(isObject(resource) ? resource : undefined, 'members').map((one) => String(member(one, 'value')))

export default defineCheck({
  id: 'fiks-current/deleted-user-leaves-groups',
  title: 'A deleted user is a member of no group',
  proves: ['fiks/F-56'],
  needs: { resource: ['Group', 'User'] },

  async act({ given, send, eventually, blocked }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const deleted = await send({ method: 'DELETE', path: user.path })
    if (!deleted.response || deleted.response.status >= 300) blocked('the target does not delete the user')
    const gone = (seen: Exchange) => !ids(seen.response?.body).includes(user.id)
    return { created: group.created, after: await eventually(get(group.path), gone) }
  },

  judge({ created, after }, claim) {
    const [leaver = ''] = ids(created.request.body)
    const actual = ids(after.response?.body)
    const detail = { what: 'members', expected: `without ${leaver}`, actual }
    claim('fiks/F-56', after).status(200).holds(!actual.includes(leaver), detail)
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, {
      body: { ...bodyOf(after), members: ids(created.request.body).map((value) => ({ value })) },
    }),
  }),
})
