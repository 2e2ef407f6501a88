import { bodyOf, defineCheck, get } from '#check'
import { answering, type JsonObject, member } from '#scim'

export default defineCheck({
  id: 'errors/refused-replace-changes-nothing',
  title: 'A PUT that was refused has changed nothing',
  proves: ['RFC7644-3.12-01'],
  needs: { resource: 'User', features: ['put'], attributes: ['displayName', 'active'] },
  breaks: 'Errors with side effects: incident family D5.',

  async act({ given, send }) {
    const user = await given('User', { displayName: 'Kari Før' })
    const body: JsonObject = { ...user.sent, id: user.id, displayName: 'Kari Etter', active: 'perhaps' }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { put, after: await send(get(user.path)) }
  },

  judge({ put, after }, claim) {
    const isRefusal = (put.response?.status ?? 0) >= 400
    const expected = isRefusal ? 'Kari Før' : 'Kari Etter'
    const actual = member(bodyOf(after), 'displayName')
    const same = String(actual).toLowerCase() === expected.toLowerCase()
    const detail = { expected, actual, pointer: '/displayName' }
    claim('RFC7644-3.12-01', after).status(200).holds(same, detail)
  },

  counterexample: ({ put, after }) => ({
    put: answering(put, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'Kari Etter' } }),
  }),
})
