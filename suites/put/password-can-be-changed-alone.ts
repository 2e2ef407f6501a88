import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/password-can-be-changed-alone',
  title: 'A PATCH sets a password, shows none and changes nothing else',
  proves: ['RFC7643-4.1.1-20', 'RFC7643-7-31', 'RFC7643-7-34', 'RFC7644-3.5.2.3-02'],
  needs: { features: ['patch', 'changePassword'], resource: 'User', attributes: ['password'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const value = mark('R0d-Kaffekopp!')
    const changed = await send(patch(user.path, { op: 'replace', path: 'password', value }))
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ before, changed, after }, claim) {
    claim('RFC7643-7-31', changed).status(200, 204)
    claim('RFC7644-3.5.2.3-02', changed).status(200, 204)
    for (const name of ['id', 'userName', 'active', 'emails'])
      claim('RFC7644-3.5.2.3-02', after).holds(...sameValue(before, after, name))
    for (const id of ['RFC7643-4.1.1-20', 'RFC7643-7-34'] as const) {
      for (const exchange of [changed, after]) {
        const names = Object.keys(bodyOf(exchange) ?? {})
        claim(id, exchange).holds(!names.some((name) => name.toLowerCase() === 'password'), {
          expected: 'no password',
          actual: 'a password',
          pointer: '/password',
        })
      }
    }
  },

  counterexample: ({ before, changed, after }) => ({
    before,
    changed: answering(changed, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), password: '$2b$12$C6UzMDM.H6dfI' } }),
  }),
})
