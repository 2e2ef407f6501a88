import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { emailsStayed } from './emails.part.ts'

const value = 'x'

export default defineCheck({
  id: 'patch/json-patch-is-not-spoken',
  title: 'PATCH refuses the operations and indexes of JSON Patch',
  proves: ['RFC7644-3.5.2-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type', 'title'] },

  each: () => [
    { name: 'move', operation: { op: 'move', from: 'title', path: 'nickName' } },
    { name: 'copy', operation: { op: 'copy', from: 'title', path: 'nickName' } },
    { name: 'test', operation: { op: 'test', path: 'title', value } },
    { name: 'index', operation: { op: 'replace', path: 'emails[0]', value } },
    { name: 'pointer', operation: { op: 'replace', path: '/emails/0', value } },
  ],

  async act({ given, send, of }) {
    const user = await given('User', { title: '12-3' })
    const before = await send(get(user.path))
    const sent = await send(patch(user.path, of.operation))
    return { before, sent, after: await send(get(user.path)) }
  },

  judge({ before, sent, after }, claim) {
    claim('RFC7644-3.5.2-02', sent).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-02', after)
      .has('/title', '12-3')
      .holds(...emailsStayed(before, after))
  },

  counterexample: ({ before, sent, after }) => ({
    before,
    sent: answering(sent, { status: 200, body: bodyOf(before) }),
    after,
  }),
})
