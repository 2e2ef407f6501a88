import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/operations-in-order',
  title: 'PATCH applies its operations one after the other',
  proves: ['RFC7644-3.5.2-18'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },

  async act({ given, send }) {
    const user = await given('User', { nickName: OLD })
    const sent = await send(
      patch(
        user.path,
        { op: 'replace', path: 'title', value: OLD },
        { op: 'replace', path: 'title', value: NEW },
        { op: 'remove', path: 'nickName' },
        { op: 'add', path: 'nickName', value: NEW },
      ),
    )
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    claim('RFC7644-3.5.2-18', sent).succeeds()
    claim('RFC7644-3.5.2-18', after).has('/title', NEW).has('/nickName', NEW)
  },

  counterexample: ({ sent, after }) => ({
    sent,
    after: answering(after, { body: { ...bodyOf(after), nickName: null } }),
  }),
})
