import { defineCheck } from '#check'
import { answering } from '#scim'
import { withNumber } from './identity-number.part.ts'

/** The number with another last digit: still of a synthetic series, and nobody's. */
const withWrongDigit = (number: string) => `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`

export default defineCheck({
  id: 'fiks-current/control-digits-are-not-needed',
  title: 'A synthetic number with wrong control digits is taken',
  proves: ['fiks/X8'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send, person }) {
    const body = draft('User', withNumber(withWrongDigit(person().nationalId)))
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim) {
    claim('fiks/X8', created).status(201)
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
