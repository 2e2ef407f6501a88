import { bodyOf, defineCheck, findsJust, get, idsIn, pointTo } from '#check'
import { answering } from '#scim'
import { sourceOf } from './user-name-source.part.ts'

export default defineCheck({
  id: 'ks-kunnskap/chosen-user-name-finds-one',
  title: 'The attribute chosen as user name comes back and finds one user',
  proves: ['kunnskap/K-04'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'Employees: two that are one to the learning platform share their courses.',

  async act({ facts, given, send, eventually, endpoint, address, mark }) {
    const source = sourceOf(facts)
    const value = address(mark('elev'))
    const user = await given('User', source.with(value))
    await given('User', source.with(address(mark('annen'))))
    const filter = `${source.path} eq ${JSON.stringify(value)}`
    const found = await eventually(get(endpoint('User'), { filter }), (seen) => idsIn(seen).length > 0)
    return { created: user.created, user: await send(get(user.path)), found }
  },

  judge({ created, user, found }, claim, { facts }) {
    const { pointer } = sourceOf(facts)
    const expected = pointTo(created.request.body, pointer) ?? null
    const actual = pointTo(bodyOf(user), pointer)
    const same = String(actual).toLowerCase() === String(expected).toLowerCase()
    claim('kunnskap/K-04', user).status(200).holds(same, { expected, actual, pointer })
    claim('kunnskap/K-04', found)
      .status(200)
      .holds(...findsJust(found, [bodyOf(user)?.id ?? null]))
  },

  counterexample: ({ found, ...seen }) => ({
    ...seen,
    found: answering(found, { body: { totalResults: 2, Resources: [{ id: 'x' }, { id: 'y' }] } }),
  }),
})
