import { bodyOf, defineCheck, pointTo, reading } from '#check'
import { answering, URN } from '#scim'
import { namedUser } from './named-user.part.ts'
import { whereOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/sub-attribute-can-be-asked-for',
  title: 'attributes=name.givenName returns this sub-attribute only',
  proves: ['RFC7644-3.4.2.5-05', 'RFC7644-3.9-05', 'RFC7644-3.10-04'],
  needs: { resource: 'User', attributes: ['name.givenName', 'name.familyName', 'displayName'] },

  each: (facts) => whereOptional(facts, ['displayName'], [{ name: '' }]),

  async act(act) {
    const names = ['name.givenName', `${URN.user}:name.givenName`]
    const { full, cuts } = await namedUser(act, 'attributes', names)
    return { full, cuts }
  },

  judge({ full, cuts }, claim) {
    const givenName = pointTo(bodyOf(full), '/name/givenName') ?? null
    for (const cut of cuts) {
      const extra = pointTo(bodyOf(cut), '/name/familyName')
      const excused = extra !== undefined && extra !== null
      for (const row of ['RFC7644-3.9-05', 'RFC7644-3.10-04'] as const)
        claim(row, cut).status(200).has('/id').has('/name/givenName', givenName)
      claim('RFC7644-3.4.2.5-05', cut)
        .lacks('/displayName')
        .holds(true, {
          expected: 'absent',
          actual: extra,
          pointer: '/name/familyName',
          ...(excused ? { reading: reading('AMB-087/extra-sub-attributes', true).reading } : {}),
        })
    }
  },

  counterexample: ({ full, cuts }) => {
    const bodies = [bodyOf(full), { id: pointTo(bodyOf(full), '/id') ?? null }]
    return bodies.map((body) => ({ full, cuts: cuts.map((cut) => answering(cut, { body })) }))
  },
})
