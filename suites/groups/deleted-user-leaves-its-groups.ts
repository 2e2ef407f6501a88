import { bodyOf, defineCheck, elementsOf, get, isSuccess, memberIds } from '#check'
import { answering, type Exchange } from '#scim'
import { membersSent } from './members.part.ts'

export default defineCheck({
  id: 'groups/deleted-user-leaves-its-groups',
  title: 'A group outlives its members and does not keep deleted ones',
  proves: ['RFC7644-3.4.1-01', 'RFC7643-2.3.7-08'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send, eventually, blocked }) {
    const [leaver, stayer] = [await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: leaver.id }, { value: stayer.id }] })
    const before = await send(get(group.path))
    const deleted = await send({ method: 'DELETE', path: leaver.path })
    if (!isSuccess(deleted)) blocked('the target does not delete it')
    const gone = (seen: Exchange) => !memberIds(bodyOf(seen)).includes(leaver.id)
    const after = await eventually(get(group.path), gone)
    return { created: group.created, before, deleted, after }
  },

  judge({ created, before, after }, claim) {
    const [leaver = '', stayer = ''] = membersSent(created)
    const [shown, actual] = [memberIds(bodyOf(before)), memberIds(bodyOf(after))]
    claim('RFC7644-3.4.1-01', after)
      .status(200)
      .holds(!shown.includes(stayer) || actual.includes(stayer), {
        what: 'members',
        expected: `still with ${stayer}`,
        actual,
      })
    // The RFC leaves it open whether references are looked after.
    claim('RFC7643-2.3.7-08', after).holds(!actual.includes(leaver), {
      what: 'members',
      expected: `without ${leaver}`,
      actual,
    })
  },

  counterexample: ({ after, ...seen }) => {
    const members = elementsOf(bodyOf(seen.before), 'members')
    return [
      { ...seen, after: answering(after, { body: { ...bodyOf(after), members } }) },
      { ...seen, after: answering(after, { body: { ...bodyOf(after), members: [] } }) },
    ]
  },
})
