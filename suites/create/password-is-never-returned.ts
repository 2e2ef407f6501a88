import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

const ROWS = ['RFC7643-4.1.1-20', 'RFC7643-4.1.1-26', 'RFC7643-7-32', 'RFC7643-7-34'] as const

export default defineCheck({
  id: 'create/password-is-never-returned',
  title: 'A password is taken and never returned, not even when asked for',
  proves: ROWS,
  needs: { resource: 'User', attributes: ['password'] },

  async act({ given, mark, send }) {
    const user = await given('User', { password: mark('Gr0nn-Kaffekopp!') })
    const read = await send(get(user.path))
    return { created: user.created, read, asked: await send(get(user.path, { attributes: 'password' })) }
  },

  judge({ created, read, asked }, claim) {
    for (const id of ROWS) {
      for (const exchange of [created, read, asked]) {
        const names = Object.keys(bodyOf(exchange) ?? {})
        claim(id, exchange).holds(!names.some((name) => name.toLowerCase() === 'password'), {
          expected: 'no password',
          actual: 'a password',
          pointer: '/password',
        })
      }
    }
  },

  counterexample: ({ created, read, asked }) => ({
    created,
    read: answering(read, { body: { ...bodyOf(read), password: '$2b$12$C6UzMDM.H6dfI' } }),
    asked,
  }),
})
