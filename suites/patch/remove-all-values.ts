import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/remove-all-values',
  title: 'PATCH remove of a multi-valued attribute removes all its values',
  proves: ['RFC7644-3.5.2.2-03'],
  needs: { features: ['patch'], resource: 'User', attributes: ['phoneNumbers.type'] },

  async act({ given, send, person, blocked }) {
    const phoneNumbers = [
      { value: person().phone, type: 'work' },
      { value: person().phone, type: 'mobile' },
    ]
    const user = await given('User', { phoneNumbers })
    const before = await send(get(user.path))
    if (elementsOf(bodyOf(before), 'phoneNumbers').length === 0)
      blocked('the target kept no telephone number')
    const removed = await send(patch(user.path, { op: 'remove', path: 'phoneNumbers' }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    claim('RFC7644-3.5.2.2-03', removed).succeeds()
    claim('RFC7644-3.5.2.2-03', after).status(200).lacks('/phoneNumbers')
  },

  counterexample: ({ removed, after }) => {
    const phoneNumbers = [{ value: '+4701000002', type: 'mobile' }]
    return { removed, after: answering(after, { body: { ...bodyOf(after), phoneNumbers } }) }
  },
})
