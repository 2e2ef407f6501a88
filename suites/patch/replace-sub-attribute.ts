import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, type Exchange, sameJson } from '#scim'

/** In lower case: names need not keep theirs (RFC7643-7-25). */
const name = (exchange: Exchange) =>
  ['givenName', 'familyName'].map((part) => String(pointTo(bodyOf(exchange), `/name/${part}`)).toLowerCase())

export default defineCheck({
  id: 'patch/replace-sub-attribute',
  title: 'PATCH replaces one sub-attribute by its path',
  proves: ['RFC7644-3.5.2-09'],
  needs: { features: ['patch'], resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act({ given, send }) {
    const user = await given('User', { name: { givenName: 'Anna', familyName: 'Berg' } })
    const replaced = await send(patch(user.path, { op: 'replace', path: 'name.familyName', value: 'Dal' }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const actual = name(after)
    const expected = ['anna', 'dal']
    claim('RFC7644-3.5.2-09', replaced).succeeds()
    claim('RFC7644-3.5.2-09', after).holds(sameJson(actual, expected), { what: 'name', expected, actual })
  },

  counterexample: ({ replaced, after }) => ({
    replaced,
    after: answering(after, { body: { ...bodyOf(after), name: { familyName: 'Dal' } } }),
  }),
})
