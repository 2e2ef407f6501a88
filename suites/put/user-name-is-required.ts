import { bodyOf, defineCheck, get, isSuccess, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/user-name-is-required',
  title: 'A PUT without userName is refused, or keeps the old one',
  proves: ['RFC7643-4.1.1-01', 'RFC7644-3.5.1-14'],
  needs: { features: ['put'], resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const { userName: _, ...rest } = user.sent
    const puts = []
    const reads = []
    for (const body of [rest, { ...rest, userName: null }, { ...rest, userName: '' }]) {
      puts.push(await send({ method: 'PUT', path: user.path, body }))
      reads.push(await send(get(user.path)))
    }
    return { before, puts, reads }
  },

  judge({ before, puts, reads }, claim) {
    const kept = [200, 204].map((status) => reading('AMB-043/kept', status))
    const userName = member(bodyOf(before), 'userName') ?? null
    for (const put of puts) claim('RFC7644-3.5.1-14', put).status(400, reading('AMB-036/422', 422), ...kept)
    for (const read of reads) claim('RFC7643-4.1.1-01', read).status(200).has('/userName', userName)
    // What an accepted PUT shows must be the name that it kept.
    for (const put of puts.filter((one) => isSuccess(one) && bodyOf(one)))
      claim('RFC7643-4.1.1-01', put).has('/userName', userName)
  },

  counterexample: ({ before, puts, reads }) => ({
    before,
    puts: puts.map((put) => answering(put, { status: 500 })),
    reads: reads.map((read) => answering(read, { body: { ...bodyOf(read), userName: '' } })),
  }),
})
