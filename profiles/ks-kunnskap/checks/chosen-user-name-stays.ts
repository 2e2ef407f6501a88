import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, URN } from '#scim'
import { sourceOf } from './user-name-source.part.ts'

export default defineCheck({
  id: 'ks-kunnskap/chosen-user-name-stays',
  title: 'The attribute chosen as user name stays through a new name',
  proves: ['kunnskap/K-17'],
  needs: { features: ['patch'], resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act({ facts, given, send, address, mark, person }) {
    const name = { givenName: person().givenName, familyName: person().familyName }
    const user = await given('User', { name, ...sourceOf(facts).with(address(mark('elev'))) })
    const before = await send(get(user.path))
    const married = { op: 'replace', path: 'name.familyName', value: 'Snøfonn-Elvebakk' }
    const changed = await send(patch(user.path, married))
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ before, changed, after }, claim, { facts }) {
    const { pointer } = sourceOf(facts)
    claim('kunnskap/K-17', changed).succeeds()
    claim('kunnskap/K-17', after)
      .has('/name/familyName', 'Snøfonn-Elvebakk')
      .has(pointer, pointTo(bodyOf(before), pointer) ?? null)
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, {
      body: { ...bodyOf(after), externalId: null, userName: null, [URN.enterpriseUser]: null },
    }),
  }),
})
