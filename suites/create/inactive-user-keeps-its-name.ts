import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/inactive-user-keeps-its-name',
  title: 'The userName of an inactive User is taken all the same',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.3-10'],
  needs: { resource: 'User', attributes: ['active'] },
  breaks: 'A second record of somebody who is to be reactivated: the first one’s data are lost (family P1)',

  async act({ given, draft, endpoint, send }) {
    const first = await given('User', { active: false })
    const body = draft('User', { userName: first.sent.userName ?? null })
    return { second: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ second }, claim) {
    const status = second.response?.status ?? 0
    const detail = { what: 'status', expected: 'a refusal', actual: status }
    claim('RFC7643-4.1.1-02', second).holds(status >= 400 && status < 500, detail)
    claim('RFC7644-3.3-10', second).status(409, reading('AMB-037/400', 400))
  },

  counterexample: ({ second }) => ({ second: answering(second, { status: 201, body: { id: '2' } }) }),
})
