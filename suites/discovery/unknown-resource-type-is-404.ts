import { defineCheck, get, resourcesIn } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'discovery/unknown-resource-type-is-404',
  title: 'A resource type that does not exist is answered with 404',
  proves: ['RFC7644-3.12-13'],
  needs: { features: ['resourceTypes'] },

  async act({ send, mark }) {
    return {
      list: await send(get('/ResourceTypes')),
      unknown: await send(get(`/ResourceTypes/${mark('Type')}`)),
    }
  },

  judge({ unknown }, claim) {
    claim('RFC7644-3.12-13', unknown).status(404)
  },

  counterexample: ({ list, unknown }) => {
    const body = { schemas: [URN.listResponse], totalResults: 2, Resources: resourcesIn(list) }
    return { list, unknown: answering(unknown, { status: 200, body }) }
  },
})
