import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { emailsAre, mail } from './emails.part.ts'

export default defineCheck({
  id: 'patch/replace-by-value-path',
  title: 'PATCH replace by value path replaces the matching element alone',
  proves: ['RFC7644-3.5.2.3-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },
  breaks: 'Entra: addresses e-mail addresses and phone numbers by their type.',

  async act(act) {
    const { given, send } = act
    const entry = (label: string, type: string) => ({ ...mail(act, label, type), primary: type === 'work' })
    const user = await given('User', { emails: [entry('one', 'work'), entry('two', 'home')] })
    // All sub-attributes are sent, so that merging and replacing come to the same (AMB-056).
    const value = entry('three', 'work')
    const replaced = await send(patch(user.path, { op: 'replace', path: 'emails[type eq "work"]', value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2.3-07', replaced).succeeds()
    claim('RFC7644-3.5.2.3-07', after).holds(...emailsAre(after, ['three', 'two']))
  },

  counterexample: ({ replaced, after }) => {
    const emails = [{ value: 'three.x@scim-test.example', type: 'work', primary: true }]
    return { replaced, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
