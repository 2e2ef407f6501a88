import { bodyOf, defineCheck, findsJust, get, idsIn, pointTo } from '#check'
import { answering } from '#scim'
import { keyOf } from './mapping-key.part.ts'

export default defineCheck({
  id: 'plek/key-finds-one',
  title: 'The mapping key comes back and finds just that user',
  proves: ['plek/PL-02'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ facts, given, send, eventually, endpoint, address, mark }) {
    const key = keyOf(facts)
    const value = address(mark('sleutel'))
    const user = await given('User', { [key]: value })
    await given('User', { [key]: address(mark('ander')) })
    const filter = `${key} eq ${JSON.stringify(value)}`
    const found = await eventually(get(endpoint('User'), { filter }), (seen) => idsIn(seen).length > 0)
    return { created: user.created, user: await send(get(user.path)), found }
  },

  judge({ created, user, found }, claim, { facts }) {
    const pointer = `/${keyOf(facts)}`
    const [expected = null, actual] = [pointTo(created.request.body, pointer), pointTo(bodyOf(user), pointer)]
    const same = String(actual).toLowerCase() === String(expected).toLowerCase()
    claim('plek/PL-02', user).status(200).holds(same, { expected, actual, pointer })
    claim('plek/PL-02', found)
      .status(200)
      .holds(...findsJust(found, [bodyOf(user)?.id ?? null]))
  },

  counterexample: ({ found, ...seen }) => ({
    ...seen,
    found: answering(found, { body: { totalResults: 0, Resources: [] } }),
  }),
})
