import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering } from '#scim'
import { emailsAre, mail } from './emails.part.ts'

export default defineCheck({
  id: 'patch/replace-multi-valued-whole',
  title: 'PATCH replace of a multi-valued attribute replaces all its values',
  proves: ['RFC7644-3.5.2.3-03'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails'] },
  breaks:
    'Onyx: A value path changed the primary address, whatever its filter said (onyx-dot-app/onyx#14110). Cost: wrong access.',

  async act(act) {
    const { given, send } = act
    const user = await given('User', { emails: [mail(act, 'one', 'work'), mail(act, 'two', 'home')] })
    const value = [mail(act, 'three', 'work')]
    const replaced = await send(patch(user.path, { op: 'replace', path: 'emails', value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2.3-03', replaced).succeeds()
    claim('RFC7644-3.5.2.3-03', after).holds(...emailsAre(after, ['three']))
  },

  counterexample: ({ replaced, after }) => {
    const emails = [
      ...elementsOf(bodyOf(after), 'emails'),
      { value: 'one.x@scim-test.example', type: 'work' },
    ]
    return { replaced, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
