import { bodyOf, createdId, defineCheck, get, pointTo, reading } from '#check'
import { answering } from '#scim'
import { keyOf } from './mapping-key.part.ts'

export default defineCheck({
  id: 'plek/second-user-with-the-key',
  title: 'A second user with the same key does not take the first over',
  proves: ['plek/PL-03'],
  needs: { resource: 'User' },

  async act({ facts, given, draft, endpoint, send, address, mark }) {
    const key = { [keyOf(facts)]: address(mark('sleutel')) }
    const user = await given('User', key)
    const second = await send({ method: 'POST', path: endpoint('User'), body: draft('User', key) })
    return { first: user.created, second, after: await send(get(user.path)) }
  },

  judge({ first, second, after }, claim) {
    const [id, actual] = [createdId(first), createdId(second)]
    const detail = { what: 'id', expected: `anything but ${id}`, actual }
    claim('plek/PL-03', second)
      .status(201, 400, 409, reading('AMB-036/422', 422))
      .holds(actual === null || actual !== id, detail)
    const [sent, kept] = [pointTo(first.request.body, '/userName') ?? null, bodyOf(after)?.userName]
    const same = String(kept).toLowerCase() === String(sent).toLowerCase()
    claim('plek/PL-03', after).status(200).holds(same, { expected: sent, actual: kept, pointer: '/userName' })
  },

  counterexample: ({ first, second, after }) => ({
    first,
    second: answering(second, { status: 200, body: { id: createdId(first) } }),
    after,
  }),
})
