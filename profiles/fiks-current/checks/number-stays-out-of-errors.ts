import { defineCheck, pointTo } from '#check'
import { answering, type Exchange } from '#scim'
import { NUMBER, withNumber } from './identity-number.part.ts'

/** Exchanges show a placeholder for an identity number, the same wherever the number is the same. */
const numberIn = ({ request }: Exchange) => String(pointTo(request.body, NUMBER)).split(' ', 1)[0] ?? ''

export default defineCheck({
  id: 'fiks-current/number-stays-out-of-errors',
  title: 'An error does not repeat the identity number',
  proves: ['fiks/F-38'],
  needs: { resource: 'User' },

  async act({ given, draft, endpoint, send, person }) {
    const user = await given('User')
    const { nationalId } = person()
    const post = (userName: string, foedselsnummer: string | number) =>
      send({
        method: 'POST',
        path: endpoint('User'),
        body: draft('User', { userName, ...withNumber(foedselsnummer) }),
      })
    const conflict = await post(String(user.sent.userName), nationalId)
    return { conflict, wrongType: await post(person().userName, Number(nationalId)) }
  },

  judge({ conflict, wrongType }, claim) {
    for (const answer of [conflict, wrongType]) {
      const { status = 0, text = '' } = answer.response ?? {}
      claim('fiks/F-38', answer).holds(status < 400 || !text.includes(numberIn(answer)), {
        what: 'error body',
        expected: 'no identity number',
        actual: text,
      })
    }
  },

  counterexample: ({ conflict, wrongType }) => ({
    conflict: answering(conflict, { status: 409, text: `${numberIn(conflict)} is in use` }),
    wrongType,
  }),
})
