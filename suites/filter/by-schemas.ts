import { defineCheck } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { askAbout } from './findable.part.ts'
import { findsOnlyTheHit } from './found.part.ts'
import { anybody } from './people.part.ts'

const PROBES = [
  { condition: `schemas eq "${URN.user}"`, hit: true },
  { condition: `schemas eq "${URN.group}"`, hit: false },
] as const

export default defineCheck({
  id: 'filter/by-schemas',
  title: 'A filter on schemas finds users of that schema',
  proves: ['RFC7644-3.4.2.2-42'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'The example filter of the RFC is refused (wso2/product-is#5139). Cost: cosmetic.',

  async act(act) {
    const made = await anybody(act)
    const [hit, miss] = (await askAbout(act, made, PROBES)) as [Exchange, Exchange]
    return { user: made.created, hit, miss }
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
