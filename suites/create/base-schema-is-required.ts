import { bodyOf, defineCheck, elementsOf, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'create/base-schema-is-required',
  title: 'A new User that lists only an extension schema is refused',
  proves: ['RFC7643-3.3-03'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send }) {
    const body = { ...draft('User'), schemas: [URN.enterpriseUser] }
    return { answer: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ answer }, claim) {
    claim('RFC7643-3.3-03', answer).status(400, reading('AMB-040/accepted', 201), reading('AMB-036/422', 422))
    if (answer.response?.status !== 201 || answer.response.body === undefined) return
    const schemas = elementsOf(bodyOf(answer), 'schemas')
    claim('RFC7643-3.3-03', answer).holds(schemas.includes(URN.user), {
      expected: `schemas with ${URN.user}`,
      actual: schemas,
      pointer: '/schemas',
    })
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, { status: 201, body: { schemas: [URN.enterpriseUser] } }),
  }),
})
