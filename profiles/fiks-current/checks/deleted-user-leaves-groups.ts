import { bodyOf, defineCheck, get, isSuccess, memberIds } from '#check'
import { answering, type Exchange } from '#scim'
import { membersSent } from './members.part.ts'

export default defineCheck({
  id: 'fiks-current/deleted-user-leaves-groups',
  title: 'A deleted user is a member of no group',
  proves: ['fiks/F-56'],
  needs: { resource: ['Group', 'User'] },

  async act({ given, send, eventually, blocked }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const deleted = await send({ method: 'DELETE', path: user.path })
    if (!isSuccess(deleted)) blocked('the target does not delete the user')
    const gone = (seen: Exchange) => !memberIds(bodyOf(seen)).includes(user.id)
    return { created: group.created, after: await eventually(get(group.path), gone) }
  },

  judge({ created, after }, claim) {
    const [leaver = ''] = membersSent(created)
    const actual = memberIds(bodyOf(after))
    const detail = { what: 'members', expected: `without ${leaver}`, actual }
    claim('fiks/F-56', after).status(200).holds(!actual.includes(leaver), detail)
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, {
      body: { ...bodyOf(after), members: membersSent(created).map((value) => ({ value })) },
    }),
  }),
})
