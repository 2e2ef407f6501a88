import { bodyOf, createdId, defineCheck, get, pointTo, reading } from '#check'
import { answering } from '#scim'
import { sourceOf } from './user-name-source.part.ts'

export default defineCheck({
  id: 'ks-kunnskap/chosen-user-name-twice',
  title: 'A second user with the same user name does not take the first over',
  proves: ['kunnskap/K-04-second'],
  needs: { resource: 'User' },

  async act({ facts, given, draft, endpoint, send, address, mark }) {
    const source = sourceOf(facts)
    const value = address(mark('elev'))
    const user = await given('User', source.with(value))
    const body = draft('User', source.with(value))
    const second = await send({ method: 'POST', path: endpoint('User'), body })
    return { first: user.created, second, after: await send(get(user.path)) }
  },

  judge({ first, second, after }, claim) {
    const [id, actual] = [createdId(first), createdId(second)]
    const detail = { what: 'id', expected: `anything but ${id}`, actual }
    claim('kunnskap/K-04-second', second)
      .status(201, 400, 409, reading('AMB-036/422', 422))
      .holds(actual === null || actual !== id, detail)
    const [sent, kept] = [pointTo(first.request.body, '/userName') ?? null, bodyOf(after)?.userName]
    const same = String(kept).toLowerCase() === String(sent).toLowerCase()
    claim('kunnskap/K-04-second', after)
      .status(200)
      .holds(same, { expected: sent, actual: kept, pointer: '/userName' })
  },

  counterexample: ({ first, second, after }) => ({
    first,
    second: answering(second, { status: 200, body: { id: createdId(first) } }),
    after,
  }),
})
