import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, member } from '#scim'
import { stayed } from './values.part.ts'

export default defineCheck({
  id: 'patch/user-name-stays-unique',
  title: 'PATCH refuses a userName that another user has',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.12-21'],
  needs: { features: ['patch'], resource: 'User' },

  async act({ given, send }) {
    const [user, other] = [await given('User'), await given('User')]
    const before = await send(get(user.path))
    const value = other.sent.userName ?? null
    const replaced = await send(patch(user.path, { op: 'replace', path: 'userName', value }))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    const keyword = member(bodyOf(replaced), 'scimType')
    claim('RFC7643-4.1.1-02', replaced).status(409, 400)
    claim('RFC7643-4.1.1-02', after).holds(...stayed(before, after, '/userName'))
    claim('RFC7644-3.12-21', replaced).holds(keyword === undefined || keyword === 'uniqueness', {
      what: 'scimType',
      expected: 'uniqueness',
      actual: keyword,
    })
  },

  counterexample: ({ before, replaced, after }) => ({
    before,
    replaced: answering(replaced, { status: 500, body: { scimType: 'invalidSyntax' } }),
    after,
  }),
})
