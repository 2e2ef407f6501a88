import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/duplicate-user-name-is-refused',
  title: 'A second User with the same userName is refused with 409',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.3-10'],
  needs: { resource: 'User' },
  breaks:
    'Snipe-IT: creating the same user again answered 201 and made a second record (grokability/snipe-it#13854); Ory Polis: two people who share a mailbox could not both be made, and the 409 did not say why (ory/polis#4065). Cost: wrong access, provisioning blocked.',

  async act({ given, draft, endpoint, send }) {
    const first = await given('User')
    const body = draft('User', { userName: first.sent.userName ?? null })
    return { second: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ second }, claim) {
    const status = second.response?.status ?? 0
    claim('RFC7643-4.1.1-02', second).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: 'a refusal',
      actual: status,
    })
    claim('RFC7644-3.3-10', second).status(409, reading('AMB-037/400', 400)).scimType('uniqueness')
  },

  counterexample: ({ second }) => ({ second: answering(second, { status: 201, body: { id: '2' } }) }),
})
