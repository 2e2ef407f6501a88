import { bodyOf, defineCheck, elementsOf, get, isSuccess, patch } from '#check'
import { answering, member, sameJson } from '#scim'
import { notUnderstood } from './addresses.part.ts'
import { NEW, OLD } from './values.part.ts'

/** Brackets, dots, quotation marks and a backslash: none of them ends the path or the filter in it. */
const ODD = '1] "2".3 \\ [4]'
const PLAIN = '5'
const CONTROL = '36-9'

const codeWhere = (locality: string) => `addresses[locality eq ${JSON.stringify(locality)}].postalCode`

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
      { type: 'home', locality: PLAIN, postalCode: OLD },
    ]
    const user = await given('User', { addresses })
    const before = await send(get(user.path))
    const kept = elementsOf(bodyOf(before), 'addresses').some((one) => member(one, 'locality') === ODD)
    if (!kept) notOffered('the target does not keep such a text as it is')
    const replace = (locality: string, value: string) =>
      send(patch(user.path, { op: 'replace', path: codeWhere(locality), value }))
    // The same with a text that needs no care: a target may not select by this attribute at all.
    const control = await replace(PLAIN, CONTROL)
    const replaced = await replace(ODD, NEW)
    return { control, replaced, after: await send(get(user.path)) }
  },

  judge({ control, replaced, after }, claim) {
    const addresses = elementsOf(bodyOf(after), 'addresses')
    const actual = addresses
      .map((one) => `${member(one, 'type')}: ${member(one, 'postalCode')}`.toLowerCase())
      .sort()
    const selects = control.response?.status !== 400 || notUnderstood(control).length === 0
    const home = selects ? CONTROL : OLD
    const work = selects || isSuccess(replaced) ? NEW : OLD
    const expected = [`home: ${home}`, `work: ${work}`]
    claim('RFC7644-3.5.2-09', replaced).status(200, 204, ...(selects ? [] : notUnderstood(replaced)))
    claim('RFC7644-3.5.2-09', after).holds(sameJson(actual, expected), {
      what: 'postal codes by type',
      expected,
      actual,
    })
  },

  counterexample: ({ control, replaced, after }) => [
    { control, replaced: answering(replaced, { status: 400 }), after },
    { control, replaced, after: answering(after, { body: { ...bodyOf(after), addresses: [] } }) },
  ],
})
