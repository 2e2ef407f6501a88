import { bodyOf, createdId, defineCheck, reading } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { finds } from './found.part.ts'
import { withTwoAddresses } from './people.part.ts'

export default defineCheck({
  id: 'filter/multi-valued-without-sub-attribute',
  title: 'emails without a sub-attribute means emails.value or is refused',
  proves: ['RFC7644-3.4.2.2-37'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value'] },

  async act(act) {
    const { made, starts } = await withTwoAddresses(act)
    const probes = [
      { condition: `emails co "${starts.home}"`, hit: true },
      { condition: `emails co "${act.mark('nobody')}"`, hit: false },
    ]
    const [hit, miss] = (await askAbout(act, made, probes)) as [Exchange, Exchange]
    return { user: made.created, hit, miss }
  },

  judge({ user, hit, miss }, claim) {
    for (const [list, expected] of [
      [hit, [createdId(user)]],
      [miss, []],
    ] as [Exchange, Json[]][]) {
      const stated = claim('RFC7644-3.4.2.2-37', list).status(200, 400, reading('AMB-036/422', 422))
      const { status } = list.response ?? {}
      if (status === 400) stated.scimType('invalidFilter')
      else if (status !== 422) finds(stated, list, expected)
    }
  },

  counterexample: ({ user, hit, miss }) => ({
    user,
    hit,
    miss: answering(miss, { status: 200, body: listOf(bodyOf(user) ?? {}) }),
  }),
})
