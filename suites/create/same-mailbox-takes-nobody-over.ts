import { bodyOf, defineCheck, get, sameState } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/same-mailbox-takes-nobody-over',
  title: 'A new User never takes over one with the same e-mail and names',
  proves: ['RFC7643-3.1-06', 'RFC7643-3.1-07'],
  needs: { resource: 'User', attributes: ['emails.value', 'displayName'] },
  breaks:
    'CISO Assistant: a create with a known e-mail took the account over (intuitem/ciso-assistant-community#4658). Cost: wrong access.',

  async act({ given, draft, endpoint, send }) {
    const first = await given('User')
    const before = await send(get(first.path))
    // Two people may share a mailbox, and have the same name; only the userName tells them apart.
    const { emails = null, displayName = null, name = null } = first.sent
    const body = draft('User', { emails, displayName, name, active: false })
    const second = await send({ method: 'POST', path: endpoint('User'), body })
    return { before, second, after: await send(get(first.path)) }
  },

  judge({ before, second, after }, claim) {
    const [id, other] = [before, second].map((one) => member(bodyOf(one), 'id'))
    // To refuse a shared address is common; to answer with somebody else's record is not allowed.
    claim('RFC7643-3.1-06', second)
      .status(200, 201, 400, 409)
      .holds(other === undefined || other !== id, {
        expected: 'an id of its own',
        actual: other,
        pointer: '/id',
      })
    claim('RFC7643-3.1-07', after).status(200)
    for (const name of ['id', 'userName', 'externalId', 'active', 'emails']) {
      const [expected, actual] = [before, after].map((one) => member(bodyOf(one), name) ?? null)
      claim('RFC7643-3.1-07', after).holds(sameState(actual, expected), {
        expected: expected ?? null,
        actual,
        pointer: `/${name}`,
      })
    }
  },

  counterexample: ({ before, second, after }) => ({
    before,
    second: answering(second, { status: 201, body: bodyOf(before) }),
    after: answering(after, { body: { ...bodyOf(after), userName: 'of the second', active: false } }),
  }),
})
