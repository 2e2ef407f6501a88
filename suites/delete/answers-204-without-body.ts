import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'delete/answers-204-without-body',
  title: 'A DELETE answers 204 without a body',
  proves: ['RFC7644-3.6-06'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, given, send }) {
    const made = await given(of.name)
    return { gone: await send({ method: 'DELETE', path: made.path }) }
  },

  judge({ gone }, claim) {
    const { status, text = '' } = gone.response ?? {}
    claim('RFC7644-3.6-06', gone)
      .status(204, reading('AMB-095/200', 200))
      .holds(status !== 204 || text === '', { expected: 'no body', actual: text || undefined })
  },

  counterexample: ({ gone }) => [
    { gone: answering(gone, { status: 202 }) },
    { gone: answering(gone, { status: 204, body: { deleted: true } }) },
  ],
})
