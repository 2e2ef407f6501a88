import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'
import { address, isOfTheRun, mail } from './emails.part.ts'

/** Type of each address and what its value begins with. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .filter(isOfTheRun)
    .map((email) =>
      `${member(email, 'type')} ${String(member(email, 'value')).split('.', 1)[0]}`.toLowerCase(),
    )
    .sort()

export default defineCheck({
  id: 'patch/replace-sub-attribute-of-elements',
  title: 'PATCH replaces a sub-attribute of the element that matches',
  proves: ['RFC7644-3.5.2.3-08'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },
  breaks: 'Entra: maps an address to emails[type eq "work"].value.',

  async act(act) {
    const { given, send } = act
    const emails = [mail(act, 'one', 'work'), mail(act, 'two', 'home')]
    const user = await given('User', { emails })
    const path = 'emails[type eq "work"].value'
    const replaced = await send(patch(user.path, { op: 'replace', path, value: address(act, 'three') }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const [expected, actual] = [['home two', 'work three'], labels(after)]
    claim('RFC7644-3.5.2.3-08', replaced).succeeds()
    claim('RFC7644-3.5.2.3-08', after).holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ replaced, after }) => {
    const value = 'three.x@scim-test.example'
    const emails = [
      { value, type: 'work' },
      { value, type: 'home' },
    ]
    return { replaced, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
