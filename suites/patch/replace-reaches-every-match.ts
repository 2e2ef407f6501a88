import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, member, sameJson } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-reaches-every-match',
  title: 'PATCH replace by value path reaches every matching element',
  proves: ['RFC7644-3.5.2.3-08'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['addresses.type', 'addresses.postalCode', 'addresses.locality'],
  },

  async act({ given, send, blocked }) {
    const address = (type: string, locality: string) => ({ type, locality, postalCode: OLD })
    const addresses = [address('work', '1'), address('work', '2'), address('home', '3')]
    const user = await given('User', { addresses })
    const before = await send(get(user.path))
    if (elementsOf(bodyOf(before), 'addresses').length !== 3)
      blocked('the target does not keep three addresses')
    const path = 'addresses[type eq "work"].postalCode'
    const replaced = await send(patch(user.path, { op: 'replace', path, value: NEW }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const addresses = elementsOf(bodyOf(after), 'addresses')
    const actual = addresses.map((one) => `${member(one, 'locality')}: ${member(one, 'postalCode')}`).sort()
    const expected = [`1: ${NEW}`, `2: ${NEW}`, `3: ${OLD}`]
    claim('RFC7644-3.5.2.3-08', replaced).succeeds()
    claim('RFC7644-3.5.2.3-08', after).holds(sameJson(actual, expected), {
      what: 'postal codes by locality',
      expected,
      actual,
    })
  },

  counterexample: ({ replaced, after }) => {
    const addresses = elementsOf(bodyOf(after), 'addresses').map((one, index) =>
      index === 1 ? { type: 'work', locality: '2', postalCode: OLD } : one,
    )
    return { replaced, after: answering(after, { body: { ...bodyOf(after), addresses } }) }
  },
})
