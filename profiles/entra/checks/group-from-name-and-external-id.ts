import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'entra/group-from-name-and-external-id',
  title: 'A group is made of displayName and externalId and keeps both',
  proves: ['entra/validator-19'],
  needs: { resource: 'Group' },
  breaks: 'Without the externalId a restarted provider can no longer tell which group is which',

  async act({ given, send, mark }) {
    const { created, path } = await given('Group', { externalId: mark('ekstern') })
    return { created, read: await send(get(path)) }
  },

  judge({ created, read }, claim) {
    claim('entra/validator-19', created).status(201)
    const kept = claim('entra/validator-19', read).status(200)
    for (const name of ['displayName', 'externalId'])
      kept.has(`/${name}`, member(created.request.body, name) ?? null)
  },

  counterexample: ({ created, read }) => ({
    created,
    read: answering(read, { body: { ...bodyOf(read), externalId: null } }),
  }),
})
