import { bodyOf, defineCheck, pointTo } from '#check'
import { answering, URN } from '#scim'
import { namedUser } from './named-user.part.ts'

export default defineCheck({
  id: 'projection/sub-attribute-can-be-excluded',
  title: 'excludedAttributes=name.givenName takes away this part only',
  proves: ['RFC7644-3.4.2.5-06', 'RFC7644-3.4.2.5-08'],
  needs: { resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act(act) {
    const names = ['name.givenName', `${URN.user}:name.givenName`, 'NAME.GIVENNAME']
    const { full, cuts } = await namedUser(act, 'excludedAttributes', names)
    return { full, cuts }
  },

  judge({ full, cuts }, claim) {
    for (const cut of cuts) {
      claim('RFC7644-3.4.2.5-06', cut).status(200).lacks('/name/givenName')
      claim('RFC7644-3.4.2.5-08', cut)
        .lacks('/name/givenName')
        .has('/userName')
        .has('/name/familyName', pointTo(bodyOf(full), '/name/familyName') ?? null)
    }
  },

  counterexample: ({ full, cuts }) => ({
    full,
    cuts: cuts.map((cut) => answering(cut, { body: bodyOf(full) })),
  }),
})
