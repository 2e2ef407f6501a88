import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'errors/foreign-media-type-is-refused',
  title: 'A body in another format than JSON is refused with an error',
  proves: ['RFC7644-3.12-10', 'RFC7644-3.12-02'],
  needs: { resource: 'User' },

  async act({ endpoint, mark, send }) {
    const text = `<User><userName>${mark('xml')}</userName></User>`
    const headers = { 'content-type': 'application/xml' }
    return { refused: await send({ method: 'POST', path: endpoint('User'), headers, text }) }
  },

  judge({ refused }, claim) {
    // 415 is what HTTP itself has for it.
    claim('RFC7644-3.12-10', refused).status(400, 415, reading('AMB-036/422', 422))
    claim('RFC7644-3.12-02', refused).errorBody()
  },

  counterexample: ({ refused }) => ({
    refused: answering(refused, { status: 500, body: undefined, text: 'java.lang.NullPointerException' }),
  }),
})
