import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/several-emails-are-kept',
  title: 'Two e-mail addresses of different type are both kept',
  proves: ['RFC7643-2.4-01', 'RFC7644-3.4-02'],
  needs: { resource: 'User', attributes: ['emails.value', 'emails.type'] },
  breaks:
    'laravel-scim-server: the last address won (limosa-io/laravel-scim-server#45). Cost: provisioning blocked.',

  async act({ shared, sharedMark, send }) {
    const emails = [
      { value: `${sharedMark('jobb')}@scim-test.example`, type: 'work', primary: true },
      { value: `${sharedMark('hjem')}+privat@scim-test.example`, type: 'home' },
    ]
    const user = await shared('User', { emails })
    return { created: user.created, read: await send(get(user.path)) }
  },

  judge({ created, read }, claim) {
    const keyOf = (email: unknown) =>
      ['type', 'value'].map((name) => String(member(email as never, name)).toLowerCase()).join(' ')
    const sent = elementsOf(created.request.body as never, 'emails')
    const got = elementsOf(bodyOf(read), 'emails')
    const detail = { expected: sent, actual: member(read.response?.body, 'emails'), pointer: '/emails' }
    const kept = sent.every((email) => got.some((one) => keyOf(one) === keyOf(email)))
    claim('RFC7643-2.4-01', read)
      .status(200)
      .holds(got.length > 0, detail)
    claim('RFC7644-3.4-02', read).holds(kept, detail)
  },

  counterexample: ({ created, read }) => [
    { created, read: answering(read, { body: { ...bodyOf(read), emails: {} } }) },
    {
      created,
      read: answering(read, {
        body: { ...bodyOf(read), emails: elementsOf(bodyOf(read), 'emails').slice(1) },
      }),
    },
  ],
})
