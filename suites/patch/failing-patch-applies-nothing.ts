import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/failing-patch-applies-nothing',
  title: 'PATCH applies no operation when one of them fails',
  proves: ['RFC7644-3.5.2-20', 'RFC7644-3.5.2-21', 'RFC7644-3.5.2-22', 'RFC7644-3.5.2-23'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  each: () => [
    { name: 'remove-without-path', taken: false },
    { name: 'userName-taken', taken: true },
  ],

  async act({ given, send, of, blocked }) {
    const [user, other] = [await given('User', { title: OLD }), await given('User')]
    const conflict = { op: 'replace', path: 'userName', value: other.sent.userName ?? null }
    const alone = of.taken ? await send(patch(user.path, conflict)) : undefined
    if (alone?.response && alone.response.status < 300) blocked('the target takes a userName that is in use')
    const failing = of.taken ? conflict : { op: 'remove' }
    const sent = await send(patch(user.path, { op: 'replace', path: 'title', value: NEW }, failing))
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    const { status = 0 } = sent.response ?? {}
    claim('RFC7644-3.5.2-22', sent).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: '4xx',
      actual: status,
    })
    claim('RFC7644-3.5.2-23', sent).errorBody()
    claim('RFC7644-3.5.2-20', after).has('/title', OLD)
    claim('RFC7644-3.5.2-21', after).has('/title', OLD)
  },

  counterexample: ({ sent, after }) => ({
    sent: answering(sent, { status: 200, body: bodyOf(after) }),
    after: answering(after, { body: { ...bodyOf(after), title: NEW } }),
  }),
})
