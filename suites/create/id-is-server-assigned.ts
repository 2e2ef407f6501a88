import { bodyOf, defineCheck } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/id-is-server-assigned',
  title: 'The target gives the id itself and ignores one sent by the client',
  proves: ['RFC7643-3.1-02', 'RFC7643-3.1-08', 'RFC7644-3.3-02'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, mark, send }) {
    const body = draft('User', { id: mark('own-id') })
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim) {
    const id = member(created.response?.body, 'id')
    const sent = member(created.request.body, 'id')
    claim('RFC7644-3.3-02', created).succeeds()
    // A refusal is judged above; an answer without a body leaves nothing to look at.
    const silent = created.response?.body === undefined || created.response.status >= 300
    claim('RFC7643-3.1-02', created).holds(silent || (typeof id === 'string' && id !== ''), {
      expected: 'a non-empty string',
      actual: id,
      pointer: '/id',
    })
    claim('RFC7643-3.1-08', created).holds(id !== sent, {
      expected: 'an id of the target’s own',
      actual: id,
      pointer: '/id',
    })
  },

  counterexample: ({ created }) => [
    { created: answering(created, { status: 400 }) },
    { created: answering(created, { body: { ...bodyOf(created), id: '' } }) },
    {
      created: answering(created, {
        body: { ...bodyOf(created), id: member(created.request.body, 'id') ?? null },
      }),
    },
  ],
})
