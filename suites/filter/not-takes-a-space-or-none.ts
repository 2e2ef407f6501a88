import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/not-takes-a-space-or-none',
  title: 'not is understood with and without a space behind it',
  proves: ['RFC7644-3.4.2.2-26'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ endpoint, eventually, given, mark, send }) {
    const { id, path, sent } = await given('User')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(own), (list) => idsIn(list).includes(id))
    const other = `userName eq "${mark('nobody')}"`
    const spaced = await send(ask(`${own} and not (${other})`))
    return { user: await send(get(path)), spaced, closed: await send(ask(`${own} and not(${other})`)) }
  },

  judge({ user, spaced, closed }, claim) {
    const expected = [bodyOf(user)?.id ?? null]
    const refused = ({ response }: Exchange) => response?.status === 400
    for (const [list, twin] of [
      [spaced, closed],
      [closed, spaced],
    ] as const) {
      const why = refused(twin) ? 'AMB-074/operator-unsupported' : 'AMB-071/one-form-refused'
      const stated = claim('RFC7644-3.4.2.2-26', list).status(200, reading(why, 400))
      if (refused(list)) continue
      stated.holds(sameJson(idsIn(list), expected), { what: 'ids found', expected, actual: idsIn(list) })
    }
  },

  counterexample: ({ user, spaced, closed }) => ({
    user,
    spaced,
    closed: answering(closed, { body: { schemas: [URN.listResponse], totalResults: 0 } }),
  }),
})
