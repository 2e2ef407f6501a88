import { bodyOf, defineCheck, get, idsIn, patch } from '#check'
import { answering } from '#scim'
import { showsOrRefuses } from './findable.part.ts'
import { findsOnlyTheHit, isKept } from './found.part.ts'

export default defineCheck({
  id: 'filter/sees-a-change',
  title: 'A changed value is found by the new value and no more by the old',
  proves: ['RFC7644-3.4.2.2-10'],
  needs: { features: ['filter', 'patch'], resource: 'User', attributes: ['displayName'] },

  async act({ blocked, endpoint, eventually, given, mark, send }) {
    const [old, changed] = [mark('old'), mark('new')]
    const { id, path } = await given('User', { displayName: old })
    const ask = (name: string) => get(endpoint('User'), { filter: `displayName eq "${name}"` })
    await eventually(ask(old), showsOrRefuses(id))
    await send(patch(path, { op: 'replace', path: 'displayName', value: changed }))
    const user = await send(get(path))
    if (!isKept(bodyOf(user)?.displayName, changed)) blocked('the target did not change displayName')
    const after = await eventually(ask(changed), (list) => idsIn(list).includes(id))
    return { user, after, before: await eventually(ask(old), (list) => !idsIn(list).includes(id)) }
  },

  judge({ user, after, before }, claim) {
    findsOnlyTheHit(claim, ['RFC7644-3.4.2.2-10'], { user, hit: after, miss: before })
  },

  counterexample: ({ user, after, before }) => ({
    user,
    after: answering(after, { body: before.response?.body ?? {} }),
    before: answering(before, { body: after.response?.body ?? {} }),
  }),
})
