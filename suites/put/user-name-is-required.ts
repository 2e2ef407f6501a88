import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/user-name-is-required',
  title: 'A PUT without userName is refused, or keeps the old one',
  proves: ['RFC7643-4.1.1-01', 'RFC7644-3.5.1-14'],
  needs: { features: ['put'], resource: 'User' },

  each: () => [{ name: 'missing' }, { name: 'null', userName: null }, { name: 'empty', userName: '' }],

  async act({ of, given, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const { userName: _, ...sent } = user.sent
    const body = of.userName === undefined ? sent : { ...sent, userName: of.userName }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim) {
    const kept = [200, 204].map((status) => reading('AMB-043/kept', status))
    claim('RFC7644-3.5.1-14', put).status(400, reading('AMB-036/422', 422), ...kept)
    claim('RFC7643-4.1.1-01', after)
      .status(200)
      .has('/userName', member(bodyOf(before), 'userName') ?? null)
  },

  counterexample: ({ before, put, after }) => ({
    before,
    put: answering(put, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), userName: '' } }),
  }),
})
