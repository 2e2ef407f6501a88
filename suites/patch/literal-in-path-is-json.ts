import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, member, sameJson } from '#scim'
import { NEW, OLD } from './values.part.ts'

/** Brackets, dots, quotation marks and a backslash: none of them ends the path or the filter in it. */
const ODD = '1] "2".3 \\ [4]'

export default defineCheck({
  id: 'patch/literal-in-path-is-json',
  title: 'PATCH reads the text in a value path as a JSON string',
  proves: ['RFC7644-3.5.2-09'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['addresses.type', 'addresses.postalCode', 'addresses.locality'],
  },

  async act({ given, notOffered, send }) {
    const addresses = [
      { type: 'work', locality: ODD, postalCode: OLD },
      { type: 'home', locality: '5', postalCode: OLD },
    ]
    const user = await given('User', { addresses })
    const before = await send(get(user.path))
    const kept = elementsOf(bodyOf(before), 'addresses').some((one) => member(one, 'locality') === ODD)
    if (!kept) notOffered('the target does not keep such a text as it is')
    const path = `addresses[locality eq ${JSON.stringify(ODD)}].postalCode`
    const replaced = await send(patch(user.path, { op: 'replace', path, value: NEW }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const addresses = elementsOf(bodyOf(after), 'addresses')
    const actual = addresses.map((one) => `${member(one, 'type')}: ${member(one, 'postalCode')}`).sort()
    const expected = [`home: ${OLD}`, `work: ${NEW}`]
    claim('RFC7644-3.5.2-09', replaced).succeeds()
    claim('RFC7644-3.5.2-09', after).holds(sameJson(actual, expected), {
      what: 'postal codes by type',
      expected,
      actual,
    })
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), addresses: [] } }),
  }),
})
