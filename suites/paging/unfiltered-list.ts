import { bodyOf, defineCheck, get, resourcesIn, resourceTypeOf } from '#check'
import { answering, sameJson, URN } from '#scim'
import { pagedSet } from './lists.part.ts'

const TYPES = [{ name: 'User' }, { name: 'Group' }] as const

export default defineCheck({
  id: 'paging/unfiltered-list',
  title: 'A list without filter and count is a ListResponse with Resources',
  proves: ['RFC7644-3.4.2.4-09', 'RFC7644-3.4.2-04'],
  each: (facts) => TYPES.filter(({ name }) => resourceTypeOf(facts, name)),

  async act(act) {
    const { of, endpoint, eventually } = act
    await pagedSet(act, of.name)
    return { list: await eventually(get(endpoint(of.name)), (one) => resourcesIn(one).length > 0) }
  },

  judge({ list }, claim) {
    if (list.response?.status === 400) {
      // AMBIGUOUS: AMB-083: what is too many is for the target to say.
      for (const row of ['RFC7644-3.4.2.4-09', 'RFC7644-3.4.2-04'] as const)
        claim(row, list).status(200, 400).scimType('tooMany')
      return
    }
    const [expected, actual] = [[URN.listResponse], bodyOf(list)?.schemas]
    claim('RFC7644-3.4.2-04', list)
      .status(200)
      .holds(sameJson(actual, expected), { expected, actual, pointer: '/schemas' })
    claim('RFC7644-3.4.2.4-09', list).status(200).has('/Resources/0')
  },

  counterexample: ({ list }) => ({ list: answering(list, { body: [bodyOf(list) ?? {}] }) }),
})
