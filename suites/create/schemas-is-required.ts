import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/schemas-is-required',
  title: 'A new User without schemas is refused',
  proves: ['RFC7643-3-03', 'RFC7643-3.3-02'],
  needs: { resource: 'User' },

  each: () => [{ name: 'missing' }, { name: 'empty', schemas: [] }],

  async act({ of, draft, endpoint, send }) {
    const { schemas: _, ...body } = draft('User')
    const sent = of.schemas === undefined ? body : { ...body, schemas: of.schemas }
    return { answer: await send({ method: 'POST', path: endpoint('User'), body: sent }) }
  },

  judge({ answer }, claim) {
    const accepted = reading('AMB-040/accepted', 201)
    const invalid = reading('AMB-036/422', 422)
    for (const id of ['RFC7643-3-03', 'RFC7643-3.3-02'] as const) {
      claim(id, answer).status(400, accepted, invalid)
      // Who takes such a body may guess the schema, and then says so.
      if (answer.response?.status === 201 && answer.response.body !== undefined)
        claim(id, answer).has('/schemas')
    }
  },

  counterexample: ({ answer }) => ({ answer: answering(answer, { status: 500 }) }),
})
