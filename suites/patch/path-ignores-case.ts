import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/path-ignores-case',
  title: 'PATCH matches attribute names in a path without regard to case',
  proves: ['RFC7644-3.5.2-14', 'RFC7644-3.10-05'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'name.givenName'] },

  each: () => [
    { name: 'TITLE', pointer: '/title' },
    { name: 'NAME.GIVENNAME', pointer: '/name/givenName' },
  ],

  async act({ given, send, of }) {
    const user = await given('User')
    const replaced = await send(patch(user.path, { op: 'replace', path: of.name, value: 'Anna' }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim, { of: { pointer } }) {
    const actual = pointTo(bodyOf(after), pointer)
    claim('RFC7644-3.5.2-14', replaced).succeeds()
    claim('RFC7644-3.10-05', after).holds(String(actual).toLowerCase() === 'anna', {
      expected: 'Anna',
      actual,
      pointer,
    })
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), title: null, name: null } }),
  }),
})
