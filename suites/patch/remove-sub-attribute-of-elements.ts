import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, member, sameJson } from '#scim'

export default defineCheck({
  id: 'patch/remove-sub-attribute-of-elements',
  title: 'PATCH remove of a sub-attribute keeps the element it was in',
  proves: ['RFC7644-3.5.2.2-07'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['addresses.type', 'addresses.postalCode', 'addresses.locality'],
  },

  async act({ given, send }) {
    const addresses = [
      { type: 'work', locality: '1', postalCode: '12-3' },
      { type: 'home', locality: '2', postalCode: '12-3' },
    ]
    const user = await given('User', { addresses })
    const path = 'addresses[type eq "home"].postalCode'
    const removed = await send(patch(user.path, { op: 'remove', path }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    const addresses = elementsOf(bodyOf(after), 'addresses')
    const actual = addresses.map(
      (one) => `${member(one, 'locality')}: ${member(one, 'postalCode') ?? 'none'}`,
    )
    const expected = ['1: 12-3', '2: none']
    claim('RFC7644-3.5.2.2-07', removed).succeeds()
    claim('RFC7644-3.5.2.2-07', after).holds(sameJson(actual.sort(), expected), {
      what: 'postal codes by locality',
      expected,
      actual,
    })
  },

  counterexample: ({ removed, after }) => {
    const addresses = elementsOf(bodyOf(after), 'addresses').filter((one) => member(one, 'type') === 'work')
    return { removed, after: answering(after, { body: { ...bodyOf(after), addresses } }) }
  },
})
