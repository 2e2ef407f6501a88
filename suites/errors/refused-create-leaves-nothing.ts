import { defineCheck, get, resourcesIn, unlessRefused } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'errors/refused-create-leaves-nothing',
  title: 'A create that was refused has created nothing',
  proves: ['RFC7644-3.12-01'],
  needs: { resource: 'User', features: ['filter'], attributes: ['userName', 'emails'] },
  breaks: 'Errors with side effects: incident family D5.',

  async act({ draft, endpoint, notOffered, send }) {
    const body = draft('User', { emails: 'none' })
    const refused = await send({ method: 'POST', path: endpoint('User'), body })
    const filter = `userName eq "${String(body.userName)}"`
    const found = await send(get(endpoint('User'), { filter }))
    return { refused, found: await unlessRefused({ send, notOffered }, found) }
  },

  judge({ refused, found }, claim) {
    const isRefusal = (refused.response?.status ?? 0) >= 400
    const name = String(member(refused.request.body, 'userName')).toLowerCase()
    const count = resourcesIn(found).filter(({ userName }) => String(userName).toLowerCase() === name).length
    const expected = isRefusal ? 0 : 1
    const detail = { what: 'users with that userName', expected, actual: count }
    claim('RFC7644-3.12-01', found)
      .status(200)
      .holds(count === expected, detail)
  },

  counterexample: ({ refused, found }) => {
    const user = { ...(refused.request.body as object), id: '2819' }
    const body = { schemas: [URN.listResponse], totalResults: 1, Resources: [user] }
    return { refused, found: answering(found, { body }) }
  },
})
