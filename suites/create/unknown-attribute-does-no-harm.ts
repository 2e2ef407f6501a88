import { bodyOf, defineCheck, reading } from '#check'
import { answering } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

const UNKNOWN = ['scimTestUnknown', 'scimTestUnknownComplex'] as const

export default defineCheck({
  id: 'create/unknown-attribute-does-no-harm',
  title: 'An unknown attribute in a create is ignored, or refused with 400',
  proves: ['RFC7644-3.12-17'],
  needs: { resource: 'User' },

  async act(act) {
    const unknown = { scimTestUnknown: 'x', scimTestUnknownComplex: { inner: [1, null, true] } }
    return createAndRead(act, 'User', act.draft('User', unknown))
  },

  judge({ created, read }, claim) {
    claim('RFC7644-3.12-17', created).status(200, 201, 400, reading('AMB-036/422', 422))
    // What was taken must also be readable: a store may choke on it later.
    for (const exchange of read) {
      const stated = claim('RFC7644-3.12-17', exchange).status(200).has('/userName')
      const kept = UNKNOWN.filter((name) => bodyOf(exchange)?.[name] !== undefined)
      if (kept.length > 0)
        stated.holds(true, {
          what: 'attributes that no schema knows',
          expected: [],
          actual: kept,
          reading: 'AMB-039/stored',
        })
    }
  },

  counterexample: ({ read, created }) => ({ created: answering(created, { status: 500 }), read }),
})
