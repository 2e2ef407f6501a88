import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, URN } from '#scim'

const POINTER = `/${escapeToken(URN.enterpriseUser)}/department`

export default defineCheck({
  id: 'put/extension-attributes-are-replaced',
  title: 'A PUT replaces the enterprise attributes that it sends',
  proves: ['RFC7643-3.3-07', 'RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act({ given, send }) {
    const user = await given('User', { [URN.enterpriseUser]: { department: 'Oppvekst' } })
    const body = { ...user.sent, [URN.enterpriseUser]: { department: 'Kultur' } }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { put, read: await send(get(user.path)) }
  },

  judge({ put, read }, claim) {
    const actual = pointTo(bodyOf(read), POINTER)
    claim('RFC7644-3.5.1-04', put).succeeds()
    claim('RFC7644-3.5.1-04', read)
      .status(200)
      .holds(String(actual).toLowerCase() === 'kultur', { expected: 'Kultur', actual, pointer: POINTER })
    claim('RFC7643-3.3-07', read)
      .has(`/${escapeToken(URN.enterpriseUser)}`)
      .lacks('/department')
  },

  counterexample: ({ put, read }) => ({
    put,
    read: answering(read, { body: { id: '1', department: 'Kultur' } }),
  }),
})
