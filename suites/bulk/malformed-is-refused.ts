import { defineCheck, reading } from '#check'
import { answering, type ScimRequest, URN } from '#scim'
import { bulkOf } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/malformed-is-refused',
  title: 'A bulk request that is none is refused as a whole',
  proves: ['RFC7644-3.7-06', 'RFC7644-3.7-19'],
  needs: { features: ['bulk'] },

  async act({ send }) {
    const text = `{"schemas": ["${URN.bulkRequest}"], "Operations": [`
    const cut: ScimRequest = { method: 'POST', path: '/Bulk', text }
    return { bare: await send(bulkOf({})), cut: await send(cut) }
  },

  judge({ bare, cut }, claim) {
    claim('RFC7644-3.7-06', bare).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.7-19', bare).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.7-19', cut).status(400, reading('AMB-036/422', 422)).errorBody()
  },

  counterexample: ({ bare, cut }) => {
    const done = { status: 200, body: { schemas: [URN.bulkResponse], Operations: [] } }
    return { bare: answering(bare, done), cut: answering(cut, done) }
  },
})
