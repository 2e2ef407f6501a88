import { bodyOf, defineCheck, pointTo } from '#check'
import { answering, URN } from '#scim'
import { createAndRead } from './create-and-read.part.ts'
import { NUMBER, withNumber } from './identity-number.part.ts'

/** A number in three begins with a zero. */
const MOST_TRIES = 200

export default defineCheck({
  id: 'fiks-current/number-is-kept',
  title: 'The identity number comes back as it was sent',
  proves: ['fiks/F-28'],
  needs: { resource: 'User' },

  each: () => [
    { name: 'any', zero: false, dnr: false },
    { name: 'leading-zero', zero: true, dnr: false },
    { name: 'd-number', zero: false, dnr: true },
  ],

  async act(act) {
    const { draft, person, of, blocked } = act
    const people = Array.from({ length: of.zero ? MOST_TRIES : 1 }, () => person({ dnr: of.dnr }))
    const one = people.find(({ nationalId }) => nationalId.startsWith('0') || !of.zero)
    if (!one) return blocked('no synthetic number with a leading zero came up')
    return createAndRead(act, 'User', draft('User', withNumber(one.nationalId)))
  },

  judge({ created, after }, claim) {
    claim('fiks/F-28', created).status(201)
    claim('fiks/F-28', after).has(NUMBER, pointTo(created.request.body, NUMBER) ?? null)
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, {
      body: { ...bodyOf(after), [URN.fiksPerson]: { foedselsnummer: '1234567890' } },
    }),
  }),
})
