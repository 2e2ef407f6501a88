import { bodyOf, defineCheck, elementsOf, isSuccess, patch, reading } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersSent } from './members.part.ts'

export default defineCheck({
  id: 'groups/replace-with-no-members',
  title: 'PATCH replace of members with none empties the group',
  proves: ['RFC7643-2.5-02', 'RFC7644-3.5.2.3-03'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'CISO Assistant: an empty list was taken for nothing to do, and all stayed in (intuitem/ciso-assistant-community#4673). Cost: access not revoked.',

  act: (act) =>
    changeGroup(act, { members: 2 }, ({ path }) =>
      patch(path, { op: 'replace', path: 'members', value: [] }),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = isSuccess(changed) ? [] : membersSent(created)
    claim('RFC7643-2.5-02', changed).status(200, 204, reading('AMB-058/400', 400))
    claim('RFC7644-3.5.2.3-03', after)
      .status(200)
      .holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, changed, ...seen }) => {
    const members = elementsOf(bodyOf(seen.before), 'members')
    return [
      { ...seen, changed: answering(changed, { status: 500 }), after },
      { ...seen, changed, after: answering(after, { body: { ...bodyOf(after), members } }) },
    ]
  },
})
