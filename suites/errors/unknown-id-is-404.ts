import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, type ScimRequest } from '#scim'

export default defineCheck({
  id: 'errors/unknown-id-is-404',
  title: 'An id that does not exist is answered with 404',
  proves: ['RFC7644-3.12-13'],
  needs: { resource: 'User' },
  breaks: 'Entra: on 404 it looks for the user by name and creates or links (ENT-092).',
  each: ({ features }) => [
    { name: 'GET' },
    ...(features.put.offered ? [{ name: 'PUT' }] : []),
    ...(features.patch.offered ? [{ name: 'PATCH' }] : []),
    { name: 'DELETE' },
  ],

  async act({ draft, missing, of, send }) {
    const path = missing('User')
    const requests: Readonly<Record<string, ScimRequest>> = {
      PUT: { method: 'PUT', path, body: draft('User') },
      PATCH: patch(path, { op: 'replace', path: 'active', value: false }),
      DELETE: { method: 'DELETE', path },
    }
    return { answer: await send(requests[of.name] ?? get(path)) }
  },

  judge({ answer }, claim) {
    claim('RFC7644-3.12-13', answer).status(404)
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, { status: 200, body: { ...bodyOf(answer), totalResults: 0 } }),
  }),
})
