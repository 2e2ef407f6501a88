import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

const ROWS = ['RFC7643-4.1.1-20', 'RFC7643-7-31', 'RFC7643-7-32'] as const

export default defineCheck({
  id: 'put/password-is-never-returned',
  title: 'A password in a PUT is taken and never returned',
  proves: ROWS,
  needs: { features: ['put'], resource: 'User', attributes: ['password'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const body = { ...user.sent, password: mark('Bl4-Kaffekopp!') }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { put, read: await send(get(user.path)) }
  },

  judge({ put, read }, claim) {
    claim('RFC7643-7-31', put).succeeds()
    for (const id of ['RFC7643-4.1.1-20', 'RFC7643-7-32'] as const) {
      for (const exchange of [put, read]) {
        const names = Object.keys(bodyOf(exchange) ?? {})
        claim(id, exchange).holds(!names.some((name) => name.toLowerCase() === 'password'), {
          expected: 'no password',
          actual: 'a password',
          pointer: '/password',
        })
      }
    }
  },

  counterexample: ({ put, read }) => [
    { put: answering(put, { body: { ...bodyOf(put), password: 'hunter2' } }), read },
    { put: answering(put, { status: 400 }), read },
  ],
})
