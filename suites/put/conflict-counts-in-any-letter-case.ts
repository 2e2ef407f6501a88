import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member, URN } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/conflict-counts-in-any-letter-case',
  title: 'A PUT to a userName taken in other letter case is refused',
  proves: ['RFC7643-4.1.1-04'],
  needs: { features: ['put'], resource: 'User' },

  async act({ given, shared, send }) {
    const [taken, user] = [await shared('User'), await given('User')]
    const before = await send(get(user.path))
    const body = { ...user.sent, userName: String(taken.sent.userName).toUpperCase() }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim, { facts }) {
    const schema = facts.schemas.find(({ id }) => id === URN.user)
    const exact = schema?.attributes.find(({ name }) => name === 'userName')?.caseExact === true
    const published = exact ? [200, 204].map((status) => reading('AMB-079/metadata', status)) : []
    // AMB-037: a conflict by PUT may be 409 or 400.
    claim('RFC7643-4.1.1-04', put).status(409, 400, ...published)
    if (!exact) claim('RFC7643-4.1.1-04', after).holds(...sameValue(before, after, 'userName'))
  },

  counterexample: ({ before, put, after }) => ({
    before,
    put: answering(put, { status: 200, body: put.request.body ?? {} }),
    after: answering(after, {
      body: { ...bodyOf(after), userName: member(put.request.body, 'userName') ?? null },
    }),
  }),
})
