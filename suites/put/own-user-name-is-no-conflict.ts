import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/own-user-name-is-no-conflict',
  title: 'A User can be given its own userName in other letter case',
  proves: ['RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const userName = String(user.sent.userName).toUpperCase()
    const put = await send({
      method: 'PUT',
      path: user.path,
      body: { ...user.sent, userName, displayName: mark('endret') },
    })
    return { put, read: await send(get(user.path)) }
  },

  judge({ put, read }, claim) {
    claim('RFC7644-3.5.1-04', put).succeeds()
    for (const name of ['userName', 'displayName']) {
      const [expected, actual] = [put.request.body, bodyOf(read)].map((body) => member(body, name))
      // The letter case is the target's: neither attribute is case-exact.
      const same = String(actual).toLowerCase() === String(expected).toLowerCase()
      claim('RFC7644-3.5.1-04', read).holds(same, { expected: expected ?? null, actual, pointer: `/${name}` })
    }
  },

  counterexample: ({ put, read }) => ({
    put: answering(put, { status: 409, body: { scimType: 'uniqueness' } }),
    read,
  }),
})
