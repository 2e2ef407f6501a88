import { bodyOf, defineCheck, get, idsIn, patch } from '#check'
import { answering, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/inactive-user-is-found',
  title: 'A user is still found by userName after it is deactivated',
  proves: ['RFC7643-4.1.1-19'],
  needs: { features: ['filter', 'patch'], resource: 'User', attributes: ['active'] },
  breaks: 'Entra: an object that the query does not find is created again (SCIM page, ENT-060)',

  async act({ blocked, endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = get(endpoint('User'), { filter: own })
    await eventually(ask, (list) => idsIn(list).includes(id))
    await send(patch(path, { op: 'replace', path: 'active', value: false }))
    const user = await send(get(path))
    if (bodyOf(user)?.active !== false) blocked('the target did not deactivate the user')
    return { user, list: await send(ask) }
  },

  judge({ user, list }, claim) {
    const [expected, actual] = [[bodyOf(user)?.id ?? null], idsIn(list)]
    const hidden = actual.length === 0 ? { reading: 'AMB-031/inactive-hidden' as const } : {}
    claim('RFC7643-4.1.1-19', list)
      .status(200)
      .holds(sameJson(actual, expected) || actual.length === 0, {
        what: 'ids found',
        expected,
        actual,
        ...hidden,
      })
  },

  counterexample: ({ user, list }) => ({
    user,
    list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 0 } }),
  }),
})
