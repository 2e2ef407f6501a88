import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { emailsAre, mail } from './emails.part.ts'
import { NEW } from './values.part.ts'

export default defineCheck({
  id: 'patch/add-without-path',
  title: 'PATCH add without a path adds the attributes of its value',
  proves: ['RFC7644-3.5.2.1-03', 'RFC7644-3.5.2-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'emails.type'] },
  breaks:
    'keycloak-scim-server: A PATCH without a path ended as an internal error, and the account stayed enabled (Metatavu/keycloak-scim-server#95). Cost: access not revoked.',

  async act(act) {
    const { given, send } = act
    const user = await given('User', { emails: [mail(act, 'one', 'work')] })
    const value = { title: NEW, emails: [mail(act, 'two', 'home')] }
    const added = await send(patch(user.path, { op: 'add', value }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    claim('RFC7644-3.5.2-07', added).succeeds()
    claim('RFC7644-3.5.2.1-03', after)
      .has('/title', NEW)
      .holds(...emailsAre(after, ['one', 'two']))
  },

  counterexample: ({ added, after }) => [
    { added: answering(added, { status: 400 }), after },
    { added, after: answering(after, { body: { ...bodyOf(after), title: null } }) },
  ],
})
