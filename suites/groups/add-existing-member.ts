import { bodyOf, defineCheck, elementsOf, patch } from '#check'
import { answering } from '#scim'
import { adding, changeGroup, membersAre, membersSent } from './members.part.ts'

export default defineCheck({
  id: 'groups/add-existing-member',
  title: 'Adding a member that the group has succeeds and adds none',
  proves: ['RFC7644-3.5.2.1-11', 'RFC7644-3.5.2.1-10'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'WSO2: whoever was a member already made it answer 500 (wso2/product-is#8589). Cost: provisioning blocked.',

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }, references) =>
      patch(path, adding(...references.slice(0, 1)), adding(...references.slice(0, 2))),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = membersSent(created)
    claim('RFC7644-3.5.2.1-11', changed).succeeds()
    claim('RFC7644-3.5.2.1-10', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    changed: answering(seen.changed, { status: 409 }),
    after: answering(after, {
      body: { ...bodyOf(after), members: [...elementsOf(bodyOf(after), 'members'), { value: 'x' }] },
    }),
  }),
})
