import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { whereOptional } from './optional.part.ts'

const NAMES = ['userName', `${URN.user}:userName`, `${URN.user}:USERNAME`, 'USERNAME']

export default defineCheck({
  id: 'projection/names-may-carry-the-urn',
  title: 'A core attribute can be named with its schema URN in front',
  proves: ['RFC7644-3.4.2.5-05', 'RFC7644-3.10-01', 'RFC7644-3.10-02', 'RFC7644-3.10-05'],
  needs: { resource: 'User', attributes: ['displayName'] },
  breaks:
    'WSO2 Identity Server: an extension attribute could not be asked for by its URN (wso2/product-is#11092). Cost: cosmetic.',

  each: (facts) => whereOptional(facts, ['displayName'], [{ name: '' }]),

  async act({ shared, send }) {
    const user = await shared('User')
    const cuts: Exchange[] = []
    for (const attributes of NAMES) cuts.push(await send(get(user.path, { attributes })))
    return { full: await send(get(user.path)), cuts }
  },

  judge({ full, cuts }, claim) {
    const userName = pointTo(bodyOf(full), '/userName') ?? null
    const [short, ...others] = cuts as [Exchange, ...Exchange[]]
    claim('RFC7644-3.10-02', short).status(200).has('/userName', userName).lacks('/displayName')
    for (const cut of others) {
      for (const row of ['RFC7644-3.10-01', 'RFC7644-3.10-05'] as const)
        claim(row, cut).status(200).has('/userName', userName)
      claim('RFC7644-3.4.2.5-05', cut).has('/id').has('/userName', userName).lacks('/displayName')
    }
  },

  counterexample: ({ full, cuts }) => {
    const body = { id: pointTo(bodyOf(full), '/id') ?? null }
    return { full, cuts: cuts.map((cut) => answering(cut, { body })) }
  },
})
