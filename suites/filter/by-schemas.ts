import { defineCheck, get } from '#check'
import { answering, URN } from '#scim'
import { findable } from './findable.part.ts'
import { findsOnlyTheHit } from './found.part.ts'

export default defineCheck({
  id: 'filter/by-schemas',
  title: 'A filter on schemas finds users of that schema',
  proves: ['RFC7644-3.4.2.2-42'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'The example filter of the RFC is refused (wso2/product-is#5139)',

  async act(act) {
    const { given, send } = act
    const made = await given('User')
    const { ask } = await findable(act, made)
    return {
      user: await send(get(made.path)),
      hit: await send(ask(`schemas eq "${URN.user}"`)),
      miss: await send(ask(`schemas eq "${URN.group}"`)),
    }
  },

  judge(seen, claim) {
    findsOnlyTheHit(claim, ['RFC7644-3.4.2.2-42'], seen)
  },

  counterexample: ({ user, hit, miss }) => ({
    user,
    hit,
    miss: answering(miss, { body: hit.response?.body ?? {} }),
  }),
})
