import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { stayed } from './values.part.ts'

export default defineCheck({
  id: 'patch/complex-value-is-an-object',
  title: 'PATCH refuses text as the value of a complex attribute',
  proves: ['RFC7644-3.5.2.1-05', 'RFC7644-3.5.2.3-05'],
  needs: { features: ['patch'], resource: 'User', attributes: ['name.familyName'] },
  breaks:
    'SimpleIdServer SCIM: malformed PATCH requests were answered with success (simpleidserver/SimpleIdServer#418). Cost: cosmetic.',

  async act({ given, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const added = await send(patch(user.path, { op: 'add', path: 'name', value: 'Anna Berg' }))
    const replaced = await send(patch(user.path, { op: 'replace', path: 'name', value: 'Anna Berg' }))
    return { before, added, replaced, after: await send(get(user.path)) }
  },

  judge({ before, added, replaced, after }, claim) {
    claim('RFC7644-3.5.2.1-05', added).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2.3-05', replaced).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2.3-05', after).holds(...stayed(before, after, '/name/familyName'))
  },

  counterexample: ({ before, added, replaced, after }) => ({
    before,
    added: answering(added, { status: 204, body: undefined }),
    replaced: answering(replaced, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), name: 'Anna Berg' } }),
  }),
})
