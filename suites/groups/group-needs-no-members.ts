import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'groups/group-needs-no-members',
  title: 'A group can be created without members',
  proves: ['RFC7643-4.2-06'],
  needs: { resource: 'Group', attributes: ['members'] },
  // A target may say in its schema that it wants members.
  each: ({ schemas }) => {
    const members = schemas.flatMap(({ attributes }) => attributes).find(({ name }) => name === 'members')
    return members?.required ? [] : [{ name: '' }]
  },

  async act({ draft, endpoint, send }) {
    const { members: _, ...body } = draft('Group')
    return { created: await send({ method: 'POST', path: endpoint('Group'), body }) }
  },

  judge({ created }, claim) {
    claim('RFC7643-4.2-06', created).succeeds()
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 400, body: {} }) }),
})
