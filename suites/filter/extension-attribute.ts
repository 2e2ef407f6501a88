import { bodyOf, defineCheck, escapeToken, get, idsIn, pointTo, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/extension-attribute',
  title: 'A filter reaches an extension attribute by its URN',
  proves: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-03'],
  needs: { features: ['filter'], resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act({ blocked, endpoint, eventually, given, mark, send }) {
    const department = mark('department')
    const { id, path } = await given('User', { [URN.enterpriseUser]: { department } })
    const user = await send(get(path))
    if (pointTo(bodyOf(user), `/${escapeToken(URN.enterpriseUser)}/department`) !== department)
      blocked('the target did not keep the department')
    const ask = (value: string) =>
      get(endpoint('User'), { filter: `${URN.enterpriseUser}:department eq "${value}"` })
    const settled = (list: Exchange) => list.response?.status !== 200 || idsIn(list).includes(id)
    return { user, hit: await eventually(ask(department), settled), miss: await send(ask(mark('nobody'))) }
  },

  judge({ user, hit, miss }, claim) {
    const id = bodyOf(user)?.id ?? null
    for (const [list, expected] of [
      [hit, [id]],
      [miss, []],
    ] as [Exchange, (typeof id)[]][]) {
      for (const row of ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-03'] as const) {
        const stated = claim(row, list).status(200, reading('AMB-074/operator-unsupported', 400))
        if (list.response?.status === 400) continue
        stated.holds(sameJson(idsIn(list), expected), { what: 'ids found', expected, actual: idsIn(list) })
      }
    }
  },

  counterexample: ({ user, hit, miss }) => [
    { user, hit: answering(hit, { body: { schemas: [URN.listResponse], totalResults: 0 } }), miss },
    { user, hit, miss: answering(miss, { body: hit.response?.body ?? {} }) },
  ],
})
