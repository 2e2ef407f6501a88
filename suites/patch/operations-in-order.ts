import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { address, emailsAre, mail } from './emails.part.ts'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/operations-in-order',
  title: 'PATCH applies each operation to what the one before left',
  proves: ['RFC7644-3.5.2-18'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName', 'emails.type'] },
  breaks:
    'Two operations on one attribute: the first one won (simpleidserver/SimpleIdServer#644). Cost: wrong access.',

  async act(act) {
    const { given, send } = act
    const user = await given('User', { title: OLD, nickName: OLD, emails: [mail(act, 'one', 'work')] })
    const sent = await send(
      patch(
        user.path,
        // Changes nothing, and is no reason to stop.
        { op: 'add', path: 'title', value: OLD },
        { op: 'replace', path: 'title', value: '45-6' },
        { op: 'replace', path: 'title', value: NEW },
        { op: 'remove', path: 'nickName' },
        { op: 'add', path: 'nickName', value: NEW },
        { op: 'add', path: 'emails', value: [mail(act, 'two', 'home')] },
        { op: 'replace', path: 'emails[type eq "home"].value', value: address(act, 'three') },
      ),
    )
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    claim('RFC7644-3.5.2-18', sent).succeeds()
    claim('RFC7644-3.5.2-18', after)
      .has('/title', NEW)
      .has('/nickName', NEW)
      .holds(...emailsAre(after, ['one', 'three']))
  },

  counterexample: ({ sent, after }) => ({
    sent,
    after: answering(after, { body: { ...bodyOf(after), nickName: null } }),
  }),
})
