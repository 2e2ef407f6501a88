import { bodyOf, defineCheck } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'create/schemas-are-listed-once',
  title: 'A schema listed twice in a create is not listed twice afterwards',
  proves: ['RFC7643-3-07'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send }) {
    const body = { ...draft('User'), schemas: [URN.user, URN.user] }
    return { answer: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ answer }, claim) {
    const schemas = member(answer.response?.body, 'schemas')
    const names = Array.isArray(schemas) ? schemas.map((urn) => String(urn).toLowerCase()) : []
    claim('RFC7643-3-07', answer)
      .status(200, 201, 400, 422)
      .holds(new Set(names).size === names.length, {
        expected: 'each schema once',
        actual: schemas,
        pointer: '/schemas',
      })
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, { status: 201, body: { ...bodyOf(answer), schemas: [URN.user, URN.user] } }),
  }),
})
