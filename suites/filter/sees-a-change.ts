import { bodyOf, defineCheck, get, idsIn, patch, reading } from '#check'
import { answering, type Exchange, sameJson } from '#scim'

export default defineCheck({
  id: 'filter/sees-a-change',
  title: 'A changed value is found by the new value and no more by the old',
  proves: ['RFC7644-3.4.2.2-10'],
  needs: { features: ['filter', 'patch'], resource: 'User', attributes: ['displayName'] },

  async act({ blocked, endpoint, eventually, given, mark, send }) {
    const [old, changed] = [mark('old'), mark('new')]
    const { id, path } = await given('User', { displayName: old })
    const ask = (name: string) => get(endpoint('User'), { filter: `displayName eq "${name}"` })
    await eventually(ask(old), (list) => list.response?.status !== 200 || idsIn(list).includes(id))
    await send(patch(path, { op: 'replace', path: 'displayName', value: changed }))
    const user = await send(get(path))
    if (bodyOf(user)?.displayName !== changed) blocked('the target did not change displayName')
    const after = await eventually(ask(changed), (list) => idsIn(list).includes(id))
    return { user, after, before: await eventually(ask(old), (list) => !idsIn(list).includes(id)) }
  },

  judge({ user, after, before }, claim) {
    const id = bodyOf(user)?.id ?? null
    for (const [list, expected] of [
      [after, [id]],
      [before, []],
    ] as [Exchange, (typeof id)[]][]) {
      const refused = reading('AMB-074/operator-unsupported', 400)
      const stated = claim('RFC7644-3.4.2.2-10', list).status(200, refused)
      if (list.response?.status === 400) continue
      stated.holds(sameJson(idsIn(list), expected), { what: 'ids found', expected, actual: idsIn(list) })
    }
  },

  counterexample: ({ user, after, before }) => ({
    user,
    after: answering(after, { body: before.response?.body ?? {} }),
    before: answering(before, { body: after.response?.body ?? {} }),
  }),
})
