import { defineCheck, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/external-id-is-not-unique',
  title: 'Two Users may have the same externalId',
  proves: ['RFC7643-3.1-15'],
  needs: { resource: 'User' },

  async act({ given, draft, endpoint, mark, send }) {
    const externalId = mark('shared')
    const first = await given('User', { externalId })
    const body = draft('User', { externalId })
    return { first: first.created, second: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ first, second }, claim) {
    const id = member(first.response?.body, 'id')
    const taken = member(second.response?.body, 'id')
    claim('RFC7643-3.1-15', second)
      .status(200, 201, reading('AMB-029/duplicate-rejected', 409))
      .holds(taken === undefined || taken !== id, {
        expected: 'a User of its own',
        actual: taken,
        pointer: '/id',
      })
  },

  counterexample: ({ first, second }) => ({ first, second: answering(second, { status: 500 }) }),
})
