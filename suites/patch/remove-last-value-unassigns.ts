import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/remove-last-value-unassigns',
  title: 'PATCH remove of the last element unassigns the attribute',
  proves: ['RFC7644-3.5.2.2-08'],
  needs: { features: ['patch'], resource: 'User', attributes: ['phoneNumbers.type'] },

  async act({ given, send, person, blocked }) {
    const user = await given('User', { phoneNumbers: [{ value: person().phone, type: 'work' }] })
    const before = await send(get(user.path))
    if (elementsOf(bodyOf(before), 'phoneNumbers').length === 0)
      blocked('the target kept no telephone number')
    const removed = await send(patch(user.path, { op: 'remove', path: 'phoneNumbers[type eq "work"]' }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    claim('RFC7644-3.5.2.2-08', removed).succeeds()
    claim('RFC7644-3.5.2.2-08', after).status(200).lacks('/phoneNumbers')
  },

  counterexample: ({ removed, after }) => ({
    removed,
    after: answering(after, { body: { ...bodyOf(after), phoneNumbers: [{ type: 'work' }] } }),
  }),
})
