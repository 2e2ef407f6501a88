import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { listOf } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { finds, idOf } from './found.part.ts'

export default defineCheck({
  id: 'filter/multi-valued-without-sub-attribute',
  title: 'emails without a sub-attribute means emails.value or is refused',
  proves: ['RFC7644-3.4.2.2-37'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value'] },

  async act(act) {
    const { given, mark, person, send } = act
    const { email, key } = person()
    const made = await given('User', { emails: [{ value: email, type: 'work', primary: true }] })
    const { ask } = await findable(act, made)
    const hit = await send(ask(`emails co "${key}"`))
    return {
      user: await send(get(made.path)),
      hit,
      miss: await send(ask(`emails co "${mark('nobody')}"`)),
    }
  },

  judge({ user, hit, miss }, claim) {
    for (const [list, expected] of [
      [hit, [idOf(user)]],
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
