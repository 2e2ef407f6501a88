import { bodyOf, defineCheck, get, resourcesIn, unlessRefused } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'schema/short-names-are-understood',
  title: 'Core attributes can be named without the URN of their schema',
  proves: ['RFC7644-3.10-02'],
  needs: { features: ['filter'], resource: 'User', attributes: ['userName'] },

  async act({ endpoint, notOffered, send, shared }) {
    const user = await shared('User')
    const filter = `userName eq "${String(user.sent.userName)}"`
    const found = await send(get(endpoint('User'), { filter }))
    return {
      read: await send(get(user.path)),
      cut: await send(get(user.path, { attributes: 'userName' })),
      found: await unlessRefused({ send, notOffered }, found),
    }
  },

  judge({ read, cut, found }, claim) {
    const expected = member(bodyOf(read), 'id') ?? null
    const name = member(bodyOf(read), 'userName') ?? null
    claim('RFC7644-3.10-02', cut).status(200).has('/userName', name)
    const actual = resourcesIn(found).map((one) => member(one, 'id') ?? null)
    const detail = { what: 'users found', expected: [expected], actual }
    claim('RFC7644-3.10-02', found).status(200).holds(actual.includes(expected), detail)
  },

  counterexample: ({ read, cut, found }) => ({
    read,
    cut: answering(cut, { body: { id: String(member(bodyOf(read), 'id')) } }),
    found,
  }),
})
