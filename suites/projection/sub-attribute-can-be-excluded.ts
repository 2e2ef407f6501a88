import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, URN } from '#scim'
import { namedUser } from './named-user.part.ts'

export default defineCheck({
  id: 'projection/sub-attribute-can-be-excluded',
  title: 'excludedAttributes=name.givenName takes away this part only',
  proves: ['RFC7644-3.4.2.5-06', 'RFC7644-3.4.2.5-08'],
  needs: { resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  each: () => [
    { name: 'short', asked: 'name.givenName' },
    { name: 'with URN', asked: `${URN.user}:name.givenName` },
    { name: 'other letter case', asked: 'NAME.GIVENNAME' },
  ],

  async act(act) {
    const { of, send } = act
    const { user, full } = await namedUser(act)
    return { full, cut: await send(get(user.path, { excludedAttributes: String(of.asked) })) }
  },

  judge({ full, cut }, claim) {
    claim('RFC7644-3.4.2.5-06', cut).status(200).lacks('/name/givenName')
    claim('RFC7644-3.4.2.5-08', cut)
      .lacks('/name/givenName')
      .has('/userName')
      .has('/name/familyName', pointTo(bodyOf(full), '/name/familyName') ?? null)
  },

  counterexample: ({ full, cut }) => ({ full, cut: answering(cut, { body: bodyOf(full) }) }),
})
