import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, member, sameJson } from '#scim'
import { mail } from './emails.part.ts'

export default defineCheck({
  id: 'patch/primary-moves',
  title: 'PATCH that makes one value primary takes it from the others',
  proves: ['RFC7644-3.5.2-19'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.primary', 'emails.type'] },

  async act(act) {
    const { given, send } = act
    const primary = (label: string, type: string) => ({ ...mail(act, label, type), primary: true })
    const user = await given('User', { emails: [primary('one', 'work')] })
    const added = await send(patch(user.path, { op: 'add', path: 'emails', value: [primary('two', 'home')] }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    const emails = elementsOf(bodyOf(after), 'emails').filter((email) => member(email, 'primary') === true)
    const actual = emails.map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    const expected = ['two']
    claim('RFC7644-3.5.2-19', added).succeeds()
    claim('RFC7644-3.5.2-19', after).holds(sameJson(actual, expected), {
      what: 'primary emails',
      expected,
      actual,
    })
  },

  counterexample: ({ added, after }) => {
    const emails = elementsOf(bodyOf(after), 'emails').map((email) => ({
      value: member(email, 'value') ?? null,
      primary: true,
    }))
    return { added, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
