import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'errors/plain-json-is-accepted',
  title: 'A body labelled application/json is taken for SCIM',
  proves: ['RFC7644-3.8-01'],
  needs: { resource: 'User' },
  breaks: 'Media types that only one side knows: incident family P3.',

  async act({ draft, endpoint, send, shared }) {
    // With the type of SCIM itself it has to work.
    await shared('User')
    const headers = { 'content-type': 'application/json' }
    return { created: await send({ method: 'POST', path: endpoint('User'), headers, body: draft('User') }) }
  },

  judge({ created }, claim) {
    const status = created.response?.status
    claim('RFC7644-3.8-01', created).holds(status === 201 || status === 200 || status === 415, {
      what: 'status',
      expected: 201,
      actual: status,
      ...(status === 415 ? { reading: reading('AMB-033/json-refused', 415).reading } : {}),
    })
  },

  counterexample: ({ created }) => ({
    created: answering(created, { status: 400, body: { schemas: [URN.error], status: '400' } }),
  }),
})
