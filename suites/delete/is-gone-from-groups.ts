import { bodyOf, defineCheck, get, memberIds } from '#check'
import { answering, member } from '#scim'
import { deletedId } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/is-gone-from-groups',
  title: 'A deleted User is no member of a Group any more',
  proves: ['RFC7643-2.3.7-08', 'RFC7644-3.2-07'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send, eventually }) {
    const [stays, goes] = [await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: stays.id }, { value: goes.id }] })
    const gone = await send({ method: 'DELETE', path: goes.path })
    const hasLeft = (exchange: typeof gone) => !memberIds(bodyOf(exchange)).includes(goes.id)
    return { stays: stays.created, gone, after: await eventually(get(group.path), hasLeft) }
  },

  judge({ stays, gone, after }, claim) {
    const deleted = deletedId(gone)
    const members = memberIds(bodyOf(after))
    const detail = { actual: members, pointer: '/members' }
    // Referential integrity is the target's choice (AMB-028), so a name left over is only noted.
    claim('RFC7643-2.3.7-08', after).holds(!members.some((id) => encodeURIComponent(id) === deleted), {
      expected: 'members without the deleted User',
      ...detail,
    })
    const other = member(bodyOf(stays), 'id')
    claim('RFC7644-3.2-07', after)
      .status(200)
      .holds(members.length === 0 || other === undefined || members.includes(String(other)), {
        expected: 'members with the other User',
        ...detail,
      })
  },

  counterexample: ({ stays, gone, after }) => {
    const value = decodeURIComponent(deletedId(gone))
    return { stays, gone, after: answering(after, { body: { ...bodyOf(after), members: [{ value }] } }) }
  },
})
