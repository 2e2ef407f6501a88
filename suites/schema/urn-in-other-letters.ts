import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'schema/urn-in-other-letters',
  title: 'A schema asked for in capitals is the same one or is not there',
  proves: ['RFC7643-7-04'],
  needs: { features: ['schemas'] },
  each: ({ schemas }) => schemas.slice(0, 1).map(({ id }) => ({ name: id })),

  act: async ({ of, send }) => ({
    found: await send(get(`/Schemas/${encodeURI(of.name.toUpperCase())}`)),
  }),

  judge({ found }, claim, { of }) {
    // Whether letter case tells URNs apart is left open (AMB-012); to give another schema is not.
    const actual = member(bodyOf(found), 'id')
    const stated = claim('RFC7643-7-04', found).status(200, 404)
    if (found.response?.status !== 200) return
    const same = String(actual).toLowerCase() === of.name.toLowerCase()
    stated.holds(same, { expected: of.name, actual, pointer: '/id' })
  },

  counterexample: ({ found }) => ({ found: answering(found, { status: 500, body: undefined }) }),
})
