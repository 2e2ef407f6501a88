import { BUSY, defineCheck, isOneOf, isSuccess, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/at-once-makes-one',
  title: 'Of two equal creates at the same time one wins, one gets 409',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.3-10'],
  needs: { resource: 'User' },
  breaks:
    'Gravitee: of two creates at once one ended as 500 (gravitee-io/gravitee-access-management#8290); itsaplan: A create that was tried again overwrote the first one (croffasia/itsaplan#250); Tuist: A create that lost a race crashed, and the error was not JSON (tuist/tuist#11688). Cost: data lost, wrong access, provisioning blocked.',

  async act({ draft, endpoint, send }) {
    const request = { method: 'POST', path: endpoint('User'), body: draft('User') } as const
    const [one, other] = await Promise.all([send(request), send(request)])
    return { one, other }
  },

  judge({ one, other }, claim) {
    const made = [one, other].filter(isSuccess)
    const loser = [one, other].find((exchange) => !isSuccess(exchange)) ?? other
    const isPutOff = [one, other].every((each) => isOneOf(BUSY, each))
    claim('RFC7643-4.1.1-02', loser).holds(made.length === 1 || isPutOff, {
      what: 'Users made by two equal creates',
      expected: 1,
      actual: made.length,
    })
    claim('RFC7644-3.3-10', loser).status(409, reading('AMB-037/400', 400), ...BUSY)
  },

  counterexample: ({ one, other }) => [
    { one: answering(one, { status: 201 }), other: answering(other, { status: 201 }) },
    { one: answering(one, { status: 201 }), other: answering(other, { status: 500 }) },
  ],
})
