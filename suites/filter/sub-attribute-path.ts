import { bodyOf, defineCheck, get, idsIn, pointTo, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/sub-attribute-path',
  title: 'A filter reaches a sub-attribute by name.familyName',
  proves: ['RFC7644-3.4.2.2-37', 'RFC7644-3.4.2.2-34'],
  needs: { features: ['filter'], resource: 'User', attributes: ['name.familyName', 'name.givenName'] },

  async act({ blocked, endpoint, eventually, given, mark, send }) {
    const [familyName, givenName] = [mark('family'), mark('given')]
    const { id, path } = await given('User', { name: { familyName, givenName } })
    const user = await send(get(path))
    if (pointTo(bodyOf(user), '/name/familyName') !== familyName) blocked('the target did not keep name')
    const ask = (filter: string) => get(endpoint('User'), { filter })
    const settled = (list: Exchange) => list.response?.status !== 200 || idsIn(list).includes(id)
    const hit = await eventually(ask(`name.familyName eq "${familyName}"`), settled)
    // The value of another sub-attribute: a filter that looks at all of name would find it.
    return { user, hit, miss: await send(ask(`name.familyName eq "${givenName}"`)) }
  },

  judge({ user, hit, miss }, claim) {
    const id = bodyOf(user)?.id ?? null
    for (const [list, expected] of [
      [hit, [id]],
      [miss, []],
    ] as [Exchange, (typeof id)[]][]) {
      for (const row of ['RFC7644-3.4.2.2-37', 'RFC7644-3.4.2.2-34'] as const) {
        const stated = claim(row, list).status(200, reading('AMB-074/operator-unsupported', 400))
        if (list.response?.status === 400) continue
        stated.holds(sameJson(idsIn(list), expected), { what: 'ids found', expected, actual: idsIn(list) })
      }
    }
  },

  counterexample: ({ user, hit, miss }) => ({
    user,
    hit: answering(hit, { body: { schemas: [URN.listResponse], totalResults: 0 } }),
    miss,
  }),
})
