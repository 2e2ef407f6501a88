import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

const ROWS = ['RFC7643-4.1.1-20', 'RFC7643-7-31', 'RFC7643-7-32', 'RFC7644-3.5.1-04'] as const

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

  judge({ put, read }, claim, { facts }) {
    // Who does not let passwords be changed may ignore one or refuse it.
    for (const id of ['RFC7643-7-31', 'RFC7644-3.5.1-04'] as const) {
      if (facts.features.changePassword.offered) claim(id, put).succeeds()
      else claim(id, put).status(200, 204, 400, 403, 422, 501)
    }
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
    { put: answering(put, { status: 500 }), read },
  ],
})
