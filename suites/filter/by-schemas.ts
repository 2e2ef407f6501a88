import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/by-schemas',
  title: 'A filter on schemas finds users of that schema',
  proves: ['RFC7644-3.4.2.2-42'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'The example filter of the RFC is refused (wso2/product-is#5139)',

  async act({ endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(own), (list) => idsIn(list).includes(id))
    return {
      user: await send(get(path)),
      hit: await send(ask(`${own} and schemas eq "${URN.user}"`)),
      miss: await send(ask(`${own} and schemas eq "${URN.group}"`)),
    }
  },

  judge({ user, hit, miss }, claim) {
    const id = bodyOf(user)?.id ?? null
    for (const [list, expected] of [
      [hit, [id]],
      [miss, []],
    ] as [Exchange, (typeof id)[]][]) {
      const refused = reading('AMB-074/operator-unsupported', 400)
      const stated = claim('RFC7644-3.4.2.2-42', list).status(200, refused)
      if (list.response?.status === 400) continue
      stated.holds(sameJson(idsIn(list), expected), { what: 'ids found', expected, actual: idsIn(list) })
    }
  },

  counterexample: ({ user, hit, miss }) => ({
    user,
    hit,
    miss: answering(miss, { body: hit.response?.body ?? {} }),
  }),
})
