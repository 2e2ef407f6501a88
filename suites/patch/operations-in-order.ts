import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

// Without letters: a server may give back another case (RFC7643-7-25).
const [FIRST, SECOND] = ['12-3', '24-7']

export default defineCheck({
  id: 'patch/operations-in-order',
  title: 'PATCH applies its operations one after the other',
  proves: ['RFC7644-3.5.2-18'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },

  async act({ given, send }) {
    const user = await given('User', { nickName: FIRST })
    const sent = await send(
      patch(
        user.path,
        { op: 'replace', path: 'title', value: FIRST },
        { op: 'replace', path: 'title', value: SECOND },
        { op: 'remove', path: 'nickName' },
        { op: 'add', path: 'nickName', value: SECOND },
      ),
    )
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    claim('RFC7644-3.5.2-18', sent).succeeds()
    claim('RFC7644-3.5.2-18', after).has('/title', SECOND).has('/nickName', SECOND)
  },

  counterexample: ({ sent, after }) => ({
    sent,
    after: answering(after, { body: { ...bodyOf(after), nickName: null } }),
  }),
})
