import { bodyOf, defineCheck, get } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'fiks-current/group-needs-the-core-schema-only',
  title: 'A group is made with the core Group schema and a name',
  proves: ['fiks/F-50'],
  needs: { resource: 'Group' },

  async act({ mark, endpoint, send, blocked }) {
    const body = { schemas: [URN.group], displayName: mark('Fiks folkeregister') }
    const created = await send({ method: 'POST', path: endpoint('Group'), body })
    const id = bodyOf(created)?.id
    if (created.response?.status === 201 && typeof id !== 'string') blocked('the answer shows no id')
    const path = `${endpoint('Group')}/${encodeURIComponent(String(id))}`
    return { created, after: await send(get(path)) }
  },

  judge({ created, after }, claim) {
    const expected = member(created.request.body, 'displayName') ?? null
    claim('fiks/F-50', created).status(201)
    claim('fiks/F-50', after).status(200).has('/displayName', expected)
  },

  counterexample: ({ created, after }) => ({ created: answering(created, { status: 400 }), after }),
})
