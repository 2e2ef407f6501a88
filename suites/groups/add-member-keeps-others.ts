import { bodyOf, defineCheck, elementsOf, patch } from '#check'
import { answering } from '#scim'
import { adding, changeGroup, membersAre, membersSent, membersWritten } from './members.part.ts'

export default defineCheck({
  id: 'groups/add-member-keeps-others',
  title: 'Adding members to a group keeps those it has',
  proves: ['RFC7644-3.5.2.1-06', 'RFC7643-4.2-02'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'LiteLLM: adding one member dropped all who were in the group (BerriAI/litellm#34162); Teleport: members who had not signed in yet were left out of the group (gravitational/teleport#67372); SCIM-SDK / Keycloak example: A member was added and the answer was 500 (Captain-P-Goldfish/SCIM-SDK#4). Cost: data lost, provisioning blocked.',

  act: (act) =>
    changeGroup(act, { members: 1, others: 2 }, ({ path }, references) =>
      patch(path, adding(...references.slice(1))),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = [...membersSent(created), ...membersWritten(changed)]
    claim('RFC7643-4.2-02', changed).succeeds()
    claim('RFC7644-3.5.2.1-06', changed).succeeds()
    claim('RFC7644-3.5.2.1-06', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    changed: answering(seen.changed, { status: 405 }),
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(after), 'members').slice(1) },
    }),
  }),
})
