import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, sameJson } from '#scim'

export default defineCheck({
  id: 'fiks-current/external-id-finds-one',
  title: 'A filter on externalId finds the one user that has it',
  proves: ['fiks/F-22'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ given, send, eventually, endpoint }) {
    const [user] = [await given('User'), await given('User')]
    const filter = `externalId eq ${JSON.stringify(user.sent.externalId)}`
    const found = await eventually(get(endpoint('User'), { filter }), (seen) => idsIn(seen).length > 0)
    return { user: await send(get(user.path)), found }
  },

  judge({ user, found }, claim) {
    const [expected, actual] = [[bodyOf(user)?.id ?? null], idsIn(found)]
    claim('fiks/F-22', user).has('/externalId')
    claim('fiks/F-22', found)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
  },

  counterexample: ({ user, found }) => ({
    user,
    found: answering(found, { body: { totalResults: 2, Resources: [{ id: 'x' }, { id: 'y' }] } }),
  }),
})
