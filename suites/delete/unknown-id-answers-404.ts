import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'delete/unknown-id-answers-404',
  title: 'DELETE on an id that never existed answers 404',
  proves: ['RFC7644-3.12-02', 'RFC7644-3.12-13'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, missing, send }) {
    return { gone: await send({ method: 'DELETE', path: missing(of.name) }) }
  },

  judge({ gone }, claim) {
    claim('RFC7644-3.12-13', gone).status(404)
    claim('RFC7644-3.12-02', gone).errorBody()
  },

  counterexample: ({ gone }) => ({ gone: answering(gone, { status: 204, body: undefined }) }),
})
