import { defineCheck, get } from '#check'
import { answering, type Json, member, URN } from '#scim'

export default defineCheck({
  id: 'entra/first-looks-are-answered',
  title: 'Users and groups are listed one at a time',
  proves: ['entra/logic-probes'],
  needs: { resource: ['User', 'Group'] },
  breaks: 'The onboarding begins with these two requests and goes no further where they fail',

  async act({ shared, send, endpoint }) {
    // So that there is one of each.
    await shared('User')
    await shared('Group')
    const look = (resource: string) => send(get(endpoint(resource), { count: 1 }))
    return { looks: [await look('User'), await look('Group')] }
  },

  judge({ looks }, claim) {
    for (const one of looks) {
      const schemas = member(one.response?.body, 'schemas')
      // Of strangers only their number is known.
      const shown = member(one.response?.body, 'Resources')
      const size = Array.isArray(shown) ? shown.length : 0
      claim('entra/logic-probes', one)
        .status(200)
        .holds(includes(schemas, URN.listResponse), {
          expected: URN.listResponse,
          actual: schemas,
          pointer: '/schemas',
        })
        .holds(size === 1, { what: 'number of Resources', expected: 1, actual: size })
    }
  },

  counterexample: ({ looks }) => ({
    looks: looks.map((one) => answering(one, { body: { schemas: [URN.listResponse], totalResults: 0 } })),
  }),
})

const includes = (list: Json | undefined, one: string): boolean => Array.isArray(list) && list.includes(one)
