import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'attributes/nick-name-is-not-the-user-name',
  title: 'A User without a nickName does not get the userName for one',
  proves: ['RFC7643-4.1.1-13'],
  needs: { resource: 'User', attributes: ['nickName'] },
  requests: () => 1,

  async act({ shared, send }) {
    const user = await shared('User')
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim) {
    const [actual, userName] = ['nickName', 'userName'].map((name) => member(bodyOf(read), name))
    const detail = { expected: 'not the userName', actual, pointer: '/nickName' }
    claim('RFC7643-4.1.1-13', read)
      .status(200)
      .holds(actual === undefined || actual !== userName, detail)
  },

  counterexample: ({ read }) => {
    const body = bodyOf(read) ?? {}
    return { read: answering(read, { body: { ...body, nickName: body.userName ?? '' } }) }
  },
})
