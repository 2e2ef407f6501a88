import { defineCheck, get, reading, resourcesIn } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'discovery/filters-are-refused',
  title: 'A filter on /Schemas or /ResourceTypes is refused, not applied',
  proves: ['RFC7644-4-11'],
  needs: { features: ['resourceTypes', 'schemas'] },
  each: () => [
    { name: 'Schemas', filter: 'id eq "urn:scim-test:no-such-schema"' },
    { name: 'ResourceTypes', filter: 'name eq "NoSuchType"' },
  ],

  async act({ send, of }) {
    const path = `/${of.name}`
    return { all: await send(get(path)), filtered: await send(get(path, { filter: of.filter })) }
  },

  judge({ all, filtered }, claim) {
    const whole = resourcesIn(all).length
    const ignored = filtered.response?.status === 200 && resourcesIn(filtered).length === whole
    const said = claim('RFC7644-4-11', filtered)
    if (!ignored) {
      said.status(403, reading('AMB-007/400', 400))
      return
    }
    said.holds(true, {
      expected: 403,
      actual: 'the whole list',
      reading: reading('AMB-007/unfiltered', whole).reading,
    })
  },

  counterexample: ({ all, filtered }) => {
    const body = { schemas: [URN.listResponse], totalResults: 0, Resources: [] }
    return { all, filtered: answering(filtered, { status: 200, body }) }
  },
})
