import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'bulk/needs-its-schema',
  title: 'A bulk request without the BulkRequest URN is refused with 400',
  proves: ['RFC7644-3.7-02', 'RFC7644-3.7-19'],
  needs: { features: ['bulk'], resource: 'User' },
  each: () => [
    { name: 'none', schemas: {} },
    { name: 'another', schemas: { schemas: [URN.patchOp] } },
  ],

  async act({ of, missing, send }) {
    const body = { ...of.schemas, Operations: [{ method: 'DELETE', path: missing('User') }] }
    return { bulk: await send({ method: 'POST', path: '/Bulk', body }) }
  },

  judge({ bulk }, claim) {
    for (const row of ['RFC7644-3.7-02', 'RFC7644-3.7-19'] as const)
      claim(row, bulk).status(400, reading('AMB-040/accepted', 200), reading('AMB-036/422', 422))
  },

  counterexample: ({ bulk }) => ({
    bulk: answering(bulk, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
