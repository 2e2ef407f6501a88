import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'schema/unknown-schema-is-404',
  title: 'A schema that does not exist is answered with 404',
  proves: ['RFC7644-3.12-13', 'RFC7644-4-05'],
  needs: { features: ['schemas'] },

  async act({ send, mark }) {
    const unknown = await send(get(`/Schemas/urn:scim-test:${mark('schema')}`))
    return { list: await send(get('/Schemas')), unknown }
  },

  judge({ unknown }, claim) {
    claim('RFC7644-3.12-13', unknown).status(404)
    claim('RFC7644-4-05', unknown).status(404)
  },

  counterexample: ({ list, unknown }) => ({
    list,
    unknown: answering(unknown, { status: 200, body: bodyOf(list) ?? {} }),
  }),
})
