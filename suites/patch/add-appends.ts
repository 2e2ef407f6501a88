import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { emailsAre, mail } from './emails.part.ts'

export default defineCheck({
  id: 'patch/add-appends',
  title: 'PATCH add to a multi-valued attribute keeps the other values',
  proves: ['RFC7644-3.5.2.1-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  each: () => [
    { name: 'array', single: false },
    { name: 'object', single: true },
  ],

  async act(act) {
    const { given, send, of } = act
    const user = await given('User', { emails: [mail(act, 'one', 'work')] })
    const two = mail(act, 'two', 'home')
    const added = await send(patch(user.path, { op: 'add', path: 'emails', value: of.single ? two : [two] }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim, { of }) {
    // The examples of the RFC have arrays only, so one object alone may be refused.
    const refused = of.single && added.response?.status === 400
    const expected = refused ? ['one'] : ['one', 'two']
    const lenient = of.single ? [reading('AMB-059/object-refused', 400)] : []
    claim('RFC7644-3.5.2.1-06', added).status(200, 204, ...lenient)
    claim('RFC7644-3.5.2.1-06', after).holds(...emailsAre(after, expected))
  },

  counterexample: ({ added, after }) => {
    const emails = [{ value: 'two.x@scim-test.example', type: 'home' }]
    return { added, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
