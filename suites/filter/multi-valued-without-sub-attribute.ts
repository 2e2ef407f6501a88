import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/multi-valued-without-sub-attribute',
  title: 'emails without a sub-attribute means emails.value or is refused',
  proves: ['RFC7644-3.4.2.2-37'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value'] },

  async act({ endpoint, eventually, given, mark, person, send }) {
    const { email, key } = person()
    const { id, path, sent } = await given('User', {
      emails: [{ value: email, type: 'work', primary: true }],
    })
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(own), (list) => idsIn(list).includes(id))
    const hit = await send(ask(`${own} and emails co "${key}"`))
    return {
      user: await send(get(path)),
      hit,
      miss: await send(ask(`${own} and emails co "${mark('nobody')}"`)),
    }
  },

  judge({ user, hit, miss }, claim) {
    const id = bodyOf(user)?.id ?? null
    for (const [list, expected] of [
      [hit, [id]],
      [miss, []],
    ] as [Exchange, (typeof id)[]][]) {
      const stated = claim('RFC7644-3.4.2.2-37', list).status(200, 400)
      if (list.response?.status === 400) stated.scimType('invalidFilter')
      else stated.holds(sameJson(idsIn(list), expected), { what: 'ids found', expected, actual: idsIn(list) })
    }
  },

  counterexample: ({ user, hit, miss }) => {
    const everybody = { schemas: [URN.listResponse], totalResults: 1, Resources: [bodyOf(user) ?? {}] }
    return { user, hit, miss: answering(miss, { status: 200, body: everybody }) }
  },
})
