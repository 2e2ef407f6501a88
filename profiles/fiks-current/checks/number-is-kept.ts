import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, URN } from '#scim'
import { NUMBER, withNumber } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/number-is-kept',
  title: 'The identity number comes back as it was sent',
  proves: ['fiks/F-28'],
  needs: { resource: 'User' },

  each: () => [
    { name: 'any', zero: false },
    { name: 'leading-zero', zero: true },
  ],

  async act({ given, send, person, of, blocked }) {
    const numbers = Array.from({ length: of.zero ? 200 : 1 }, () => person().nationalId)
    const foedselsnummer = numbers.find((number) => number.startsWith('0') || !of.zero)
    if (!foedselsnummer) return blocked('no synthetic number with a leading zero came up')
    const user = await given('User', withNumber(foedselsnummer))
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    claim('fiks/F-28', after).has(NUMBER, pointTo(created.request.body, NUMBER) ?? null)
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, {
      body: { ...bodyOf(after), [URN.fiksPerson]: { foedselsnummer: '1234567890' } },
    }),
  }),
})
