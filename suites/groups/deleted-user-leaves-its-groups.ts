import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Exchange, isObject, type Json, member } from '#scim'

const ids = (resource: Json | undefined) =>
  elementsOf(isObject(resource) ? resource : undefined, 'members').map((one) => String(member(one, 'value')))

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
    if (!deleted.response || deleted.response.status >= 300) blocked('the target does not delete it')
    const gone = (seen: Exchange) => !ids(seen.response?.body).includes(leaver.id)
    const after = await eventually(get(group.path), gone)
    return { created: group.created, before, deleted, after }
  },

  judge({ created, before, after }, claim) {
    const [leaver = '', stayer = ''] = ids(created.request.body)
    const [shown, actual] = [ids(before.response?.body), ids(after.response?.body)]
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
