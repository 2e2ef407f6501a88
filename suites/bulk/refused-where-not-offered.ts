import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'
import { bulkOf } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/refused-where-not-offered',
  title: 'Where bulk is not supported POST /Bulk answers 501',
  proves: ['RFC7644-3.7-01', 'RFC7644-3.12-18'],
  needs: { features: ['serviceProviderConfig'], resource: 'User' },
  each: ({ features }) => (features.bulk.offered ? [] : [{ name: '' }]),

  async act({ missing, send }) {
    const Operations = [{ method: 'DELETE', path: missing('User') }]
    return { bulk: await send(bulkOf({ Operations })) }
  },

  judge({ bulk }, claim) {
    const router = [403, 404, 405].map((status) => reading('AMB-038/router', status))
    for (const row of ['RFC7644-3.7-01', 'RFC7644-3.12-18'] as const) claim(row, bulk).status(501, ...router)
  },

  counterexample: ({ bulk }) => ({
    bulk: answering(bulk, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
