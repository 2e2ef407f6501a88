import { bodyOf, defineCheck, elementsOf, get, patch, pointTo } from '#check'
import { answering, member } from '#scim'

const REFUSED = [400, 404, 409]

export default defineCheck({
  id: 'fiks-current/unknown-member-is-not-passed-over',
  title: 'A member that is nobody is not passed over in silence',
  proves: ['fiks/F-52-unknown'],
  needs: { features: ['patch'], resource: ['Group', 'User'] },

  async act({ given, send, missing }) {
    const known = await given('User')
    const group = await given('Group', { members: [{ value: known.id }] })
    const before = await send(get(group.path))
    const path = missing('User')
    const value = [{ value: decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)) }]
    const added = await send(patch(group.path, { op: 'add', path: 'members', value }))
    return { before, added, after: await send(get(group.path)) }
  },

  judge({ before, added, after }, claim) {
    const [shown, actual] = [before, after].map((seen) => elementsOf(bodyOf(seen), 'members').length)
    claim('fiks/F-52-unknown', added).status(200, 204, ...REFUSED)
    const id = pointTo(added.request.body, '/Operations/0/value/0/value')
    const kept = elementsOf(bodyOf(after), 'members').some((one) => member(one, 'value') === id)
    const refused = REFUSED.includes(added.response?.status ?? 0)
    // A target that shows no members at all (AMB-026) cannot be asked.
    claim('fiks/F-52-unknown', after).holds(refused || kept || shown === 0, {
      what: 'number of members',
      expected: `refused, or ${id} among the members`,
      actual,
    })
  },

  counterexample: ({ added, ...seen }) => ({
    ...seen,
    added: answering(added, { status: 204, body: undefined }),
  }),
})
