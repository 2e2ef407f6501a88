import { defineCheck, get, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'discovery/endpoints-answer',
  title: 'The three discovery endpoints are there',
  proves: ['RFC7644-3.2-11', 'RFC7644-3.2-12', 'RFC7644-3.2-13', 'RFC7643-1.2-01'],

  async act({ send }) {
    return {
      config: await send(get('/ServiceProviderConfig')),
      types: await send(get('/ResourceTypes')),
      schemas: await send(get('/Schemas')),
    }
  },

  judge({ config, types, schemas }, claim) {
    const absent = [404, 405, 501].map((status) => reading('AMB-005/absent', status))
    claim('RFC7644-3.2-11', config).status(200, ...absent)
    claim('RFC7644-3.2-12', types).status(200, ...absent)
    claim('RFC7644-3.2-13', schemas).status(200, ...absent)
    claim('RFC7643-1.2-01', schemas).status(200, ...absent)
  },

  counterexample: ({ config, types, schemas }) => ({
    config: answering(config, { status: 404, body: undefined }),
    types: answering(types, { status: 404, body: undefined }),
    schemas: answering(schemas, { status: 500, body: undefined }),
  }),
})
