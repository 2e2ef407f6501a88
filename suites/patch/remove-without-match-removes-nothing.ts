import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { emailsAre, mail } from './emails.part.ts'

export default defineCheck({
  id: 'patch/remove-without-match-removes-nothing',
  title: 'PATCH remove by a filter without match removes nothing',
  proves: ['RFC7644-3.5.2.2-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  async act(act) {
    const { given, send } = act
    const user = await given('User', { emails: [mail(act, 'one', 'work')] })
    const removed = await send(patch(user.path, { op: 'remove', path: 'emails[type eq "home"]' }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    claim('RFC7644-3.5.2.2-06', removed).status(200, 204, reading('AMB-052/noTarget', 400))
    claim('RFC7644-3.5.2.2-06', after).holds(...emailsAre(after, ['one']))
  },

  counterexample: ({ removed, after }) => ({
    removed,
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
