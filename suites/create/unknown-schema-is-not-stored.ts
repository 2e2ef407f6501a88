import { bodyOf, defineCheck } from '#check'
import { answering, type Json, member, URN } from '#scim'

const UNKNOWN = 'urn:ietf:params:scim:schemas:extension:scim-test-unknown:2.0:User'

export default defineCheck({
  id: 'create/unknown-schema-is-not-stored',
  title: 'A schema that the resource type does not have is never stored',
  proves: ['RFC7643-3-06'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send }) {
    const body = { ...draft('User'), schemas: [URN.user, UNKNOWN], [UNKNOWN]: { shoeSize: '43' } }
    return { answer: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ answer }, claim) {
    const schemas = member(answer.response?.body, 'schemas')
    const stored = Array.isArray(schemas) && schemas.includes(UNKNOWN)
    claim('RFC7643-3-06', answer)
      .status(200, 201, 400, 422)
      .holds(!stored, {
        expected: `schemas without ${UNKNOWN}`,
        actual: schemas as Json,
        pointer: '/schemas',
      })
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, {
      status: 201,
      body: { ...bodyOf(answer), schemas: [URN.user, UNKNOWN] },
    }),
  }),
})
