import { bodyOf, defineCheck, get, isSuccess, patch, reading } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'patch/whole-extension-by-its-urn',
  title: 'A path that is the URN of an extension is applied or refused',
  proves: ['RFC7644-3.12-17', 'RFC7644-3.5.2-22'],
  needs: { features: ['patch'], resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },
  breaks:
    'SCIMple: replacing the whole extension crashed, and the change never arrived (apache/directory-scimple#695). Cost: provisioning blocked.',

  async act({ given, send }) {
    const user = await given('User')
    const value = { department: '24-7' }
    const replaced = await send(patch(user.path, { op: 'replace', path: URN.enterpriseUser, value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    // The grammar of paths has attributes only, so it may be refused; other clients than ours send it.
    claim('RFC7644-3.12-17', replaced).status(200, 204, 400, 501, reading('AMB-036/422', 422))
    if (!isSuccess(replaced)) return void claim('RFC7644-3.5.2-22', after).status(200)
    const actual = member(bodyOf(after)?.[URN.enterpriseUser], 'department')
    claim('RFC7644-3.5.2-22', after).holds(actual === '24-7', { expected: '24-7', actual })
  },

  counterexample: ({ replaced, after }) => [
    { replaced: answering(replaced, { status: 500 }), after },
    {
      replaced: answering(replaced, { status: 204 }),
      after: answering(after, { body: { ...bodyOf(after), [URN.enterpriseUser]: {} } }),
    },
  ],
})
