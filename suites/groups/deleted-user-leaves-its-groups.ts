import { bodyOf, createdId, defineCheck, elementsOf, get, isSuccess, memberIds } from '#check'
import { answering, type Exchange } from '#scim'
import { membersSent } from './members.part.ts'
import { groupIds } from './user-groups.part.ts'

export default defineCheck({
  id: 'groups/deleted-user-leaves-its-groups',
  title: 'A group outlives its members and does not keep deleted ones',
  proves: ['RFC7644-3.4.1-01', 'RFC7643-2.3.7-08', 'RFC7643-4.1.2-22'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Somebody new under an old name gets what the old one could do (windmill-labs/windmill#10686). Cost: wrong access.',

  async act({ given, endpoint, send, eventually, blocked }) {
    const [leaver, stayer] = [await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: leaver.id }, { value: stayer.id }] })
    const before = await send(get(group.path))
    const deleted = await send({ method: 'DELETE', path: leaver.path })
    if (!isSuccess(deleted)) blocked('the target does not delete it')
    const gone = (seen: Exchange) => !memberIds(bodyOf(seen)).includes(leaver.id)
    const after = await eventually(get(group.path), gone)
    // A namesake; where the name stays taken there is none.
    const again = await send({ method: 'POST', path: endpoint('User'), body: leaver.sent })
    return { created: group.created, before, deleted, after, again, afterAgain: await send(get(group.path)) }
  },

  judge({ created, before, after, again, afterAgain }, claim) {
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
    const [groups, members] = [groupIds(again), memberIds(bodyOf(afterAgain))]
    const newcomer = isSuccess(again) ? (createdId(again) ?? '') : ''
    claim('RFC7643-4.1.2-22', again).holds(
      groups.length === 0 || !groups.includes(String(createdId(created))),
      {
        what: 'groups of a namesake',
        expected: 'not those of the deleted user',
        actual: groups,
      },
    )
    claim('RFC7643-4.1.2-22', afterAgain).holds(newcomer === '' || !members.includes(newcomer), {
      what: 'members',
      expected: `without the namesake ${newcomer}`,
      actual: members,
    })
  },

  counterexample: ({ after, again, ...seen }) => {
    const members = elementsOf(bodyOf(seen.before), 'members')
    const groups = [{ value: createdId(seen.created) }]
    return [
      { ...seen, again, after: answering(after, { body: { ...bodyOf(after), members } }) },
      { ...seen, again, after: answering(after, { body: { ...bodyOf(after), members: [] } }) },
      { ...seen, after, again: answering(again, { body: { ...bodyOf(again), groups } }) },
    ]
  },
})
