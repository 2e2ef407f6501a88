import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/external-id-is-case-exact',
  title: 'A filter on externalId tells upper from lower case',
  proves: ['RFC7643-3.1-16'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ blocked, endpoint, eventually, given, mark, send }) {
    const externalId = `${mark('AbC')}`
    const { id, path } = await given('User', { externalId })
    const user = await send(get(path))
    if (bodyOf(user)?.externalId !== externalId) blocked('the target did not keep externalId as it was sent')
    const ask = (value: string) => get(endpoint('User'), { filter: `externalId eq "${value}"` })
    const settled = (list: typeof user) => list.response?.status !== 200 || idsIn(list).includes(id)
    const exact = await eventually(ask(externalId), settled)
    return { user, exact, recased: await send(ask(externalId.replace('AbC', 'aBc'))) }
  },

  judge({ user, exact, recased }, claim) {
    for (const [list, expected] of [
      [exact, [bodyOf(user)?.id ?? null]],
      [recased, []],
    ] as const) {
      const stated = claim('RFC7643-3.1-16', list).status(200, reading('AMB-074/operator-unsupported', 400))
      if (list.response?.status === 400) continue
      stated.holds(sameJson(idsIn(list), [...expected]), {
        what: 'ids found',
        expected: [...expected],
        actual: idsIn(list),
      })
    }
  },

  counterexample: ({ user, exact, recased }) => [
    { user, exact, recased: answering(recased, { body: exact.response?.body ?? {} }) },
    { user, exact: answering(exact, { body: { schemas: [URN.listResponse], totalResults: 0 } }), recased },
  ],
})
