import { bodyOf, defineCheck, elementsOf, get, isSuccess, memberIds } from '#check'
import { answering, member } from '#scim'
import { deletedId } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/is-gone-from-groups',
  title: 'A deleted User is no member of a Group any more',
  proves: ['RFC7643-2.3.7-08', 'RFC7644-3.2-07'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, endpoint, send, eventually }) {
    const [stays, goes] = [await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: stays.id }, { value: goes.id }] })
    const gone = await send({ method: 'DELETE', path: goes.path })
    const hasLeft = (exchange: typeof gone) => !memberIds(bodyOf(exchange)).includes(goes.id)
    const after = await eventually(get(group.path), hasLeft)
    // Who comes back under the same name is somebody new and belongs to nothing.
    const again = await send({ method: 'POST', path: endpoint('User'), body: goes.sent })
    return { stays: stays.created, gone, after, again, later: await send(get(group.path)) }
  },

  judge({ stays, gone, after, again, later }, claim) {
    const deleted = deletedId(gone)
    const members = memberIds(bodyOf(after))
    const detail = { actual: members, pointer: '/members' }
    // Referential integrity is the target's choice (AMB-028), so a name left over is only noted.
    claim('RFC7643-2.3.7-08', after).holds(!members.some((id) => encodeURIComponent(id) === deleted), {
      expected: 'members without the deleted User',
      ...detail,
    })
    const other = member(bodyOf(stays), 'id')
    const newcomer = member(bodyOf(again), 'id')
    const joined = isSuccess(again) && memberIds(bodyOf(later)).includes(String(newcomer))
    claim('RFC7644-3.2-07', later).holds(!joined || newcomer === decodeURIComponent(deleted), {
      expected: 'members without the User that was created afterwards',
      actual: memberIds(bodyOf(later)),
      pointer: '/members',
    })
    claim('RFC7644-3.2-07', after)
      .status(200)
      .holds(members.length === 0 || other === undefined || members.includes(String(other)), {
        expected: 'members with the other User',
        ...detail,
      })
  },

  counterexample: ({ stays, gone, after, again, later }) => {
    const value = decodeURIComponent(deletedId(gone))
    const members = [...elementsOf(bodyOf(after), 'members'), { value: bodyOf(again)?.id ?? null }]
    return [
      {
        stays,
        gone,
        again,
        later,
        after: answering(after, { body: { ...bodyOf(after), members: [{ value }] } }),
      },
      { stays, gone, after, again, later: answering(later, { body: { ...bodyOf(later), members } }) },
    ]
  },
})
