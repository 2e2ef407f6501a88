import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering } from '#scim'
import { codesAre, userWithAddresses } from './addresses.part.ts'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-reaches-every-match',
  title: 'PATCH replace by value path reaches every matching element',
  proves: ['RFC7644-3.5.2.3-08', 'RFC7644-3.5.2.2-06'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['addresses.type', 'addresses.postalCode', 'addresses.locality'],
  },
  breaks:
    'scim-patch: of several elements that match only the first was changed (thomaspoignant/scim-patch#560). Cost: wrong access.',

  async act(act) {
    const { notOffered, send } = act
    const user = await userWithAddresses(act, ['work', 'work', 'home'], async () => {
      await userWithAddresses(act, ['work', 'home', 'other'])
      return notOffered('the target takes one address of each type only')
    })
    const path = 'addresses[type eq "work"]'
    const replaced = await send(patch(user.path, { op: 'replace', path: `${path}.postalCode`, value: NEW }))
    const after = await send(get(user.path))
    const removed = await send(patch(user.path, { op: 'remove', path }))
    return { replaced, after, removed, afterRemove: await send(get(user.path)) }
  },

  judge({ replaced, after, removed, afterRemove }, claim) {
    claim('RFC7644-3.5.2.3-08', replaced).succeeds()
    claim('RFC7644-3.5.2.3-08', after).holds(...codesAre(after, [`1: ${NEW}`, `2: ${NEW}`, `3: ${OLD}`]))
    claim('RFC7644-3.5.2.2-06', removed).succeeds()
    claim('RFC7644-3.5.2.2-06', afterRemove).holds(...codesAre(afterRemove, [`3: ${OLD}`]))
  },

  counterexample: ({ after, afterRemove, ...seen }) => {
    const addresses = elementsOf(bodyOf(after), 'addresses').map((one, index) =>
      index === 1 ? { type: 'work', locality: '2', postalCode: OLD } : one,
    )
    const wrong = { ...bodyOf(after), addresses }
    return {
      ...seen,
      after: answering(after, { body: wrong }),
      afterRemove: answering(afterRemove, { body: wrong }),
    }
  },
})
