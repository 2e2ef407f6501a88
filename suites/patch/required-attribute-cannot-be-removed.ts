import { bodyOf, defineCheck, get, patch, resourceTypeOf } from '#check'
import { answering, member, sameJson } from '#scim'

export default defineCheck({
  id: 'patch/required-attribute-cannot-be-removed',
  title: 'PATCH refuses to remove a required attribute',
  proves: ['RFC7644-3.5.2.2-09'],
  needs: { features: ['patch'] },

  each: (facts) =>
    [
      { name: 'userName', type: 'User' },
      { name: 'displayName', type: 'Group' },
    ].filter(({ type }) => resourceTypeOf(facts, type)),

  async act({ given, send, of }) {
    const resource = await given(of.type)
    const before = await send(get(resource.path))
    const removed = await send(patch(resource.path, { op: 'remove', path: of.name }))
    return { before, removed, after: await send(get(resource.path)) }
  },

  judge({ before, removed, after }, claim, { of }) {
    const { status = 0, body } = removed.response ?? {}
    const keyword = member(body, 'scimType')
    const [expected, actual] = [before, after].map((seen) => member(bodyOf(seen), of.name))
    // AMB-065: neither the status nor, for other ways of removing, the keyword is fixed beyond doubt.
    claim('RFC7644-3.5.2.2-09', removed)
      .holds(status >= 400 && status < 500, { what: 'status', expected: '4xx', actual: status })
      .holds(true, {
        what: 'scimType',
        expected: 'mutability',
        actual: keyword,
        ...(keyword === 'mutability' ? {} : { reading: 'AMB-065/other-keyword' as const }),
      })
    claim('RFC7644-3.5.2.2-09', after).holds(actual !== undefined && sameJson(actual, expected), {
      expected: expected ?? null,
      actual,
      pointer: `/${of.name}`,
    })
  },

  counterexample: ({ before, removed, after }, { of }) => ({
    before,
    removed: answering(removed, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), [of.name]: null } }),
  }),
})
