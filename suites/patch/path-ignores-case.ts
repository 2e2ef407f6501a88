import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { reads } from './values.part.ts'

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
    claim('RFC7644-3.5.2-14', replaced).succeeds()
    claim('RFC7644-3.10-05', after).holds(...reads(after, pointer, 'Anna'))
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), title: null, name: null } }),
  }),
})
