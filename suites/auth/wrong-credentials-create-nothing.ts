import { defineCheck, get, resourcesIn, unlessRefused } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'auth/wrong-credentials-create-nothing',
  title: 'Credentials that nobody issued create nothing',
  proves: ['RFC7644-2-04', 'RFC7644-2-08'],
  needs: { features: ['credentials', 'filter'], resource: 'User', attributes: ['userName'] },

  async act({ draft, endpoint, notOffered, send }) {
    const body = draft('User')
    const refused = await send({ method: 'POST', path: endpoint('User'), body }, { credentials: 'wrong' })
    const filter = `userName eq "${String(body.userName)}"`
    const found = await send(get(endpoint('User'), { filter }))
    return { refused, found: await unlessRefused({ send, notOffered }, found) }
  },

  judge({ refused, found }, claim) {
    claim('RFC7644-2-04', refused).status(401, 403)
    const name = String(member(refused.request.body, 'userName')).toLowerCase()
    const count = resourcesIn(found).filter(({ userName }) => String(userName).toLowerCase() === name).length
    const detail = { what: 'users with that userName', expected: 0, actual: count }
    claim('RFC7644-2-08', found)
      .status(200)
      .holds(count === 0, detail)
  },

  counterexample: ({ refused, found }) => {
    const user = { ...(refused.request.body as object), id: '2819' }
    const body = { schemas: [URN.listResponse], totalResults: 1, Resources: [user] }
    return { refused: answering(refused, { status: 201, body: user }), found: answering(found, { body }) }
  },
})
