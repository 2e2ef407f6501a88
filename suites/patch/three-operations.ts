import { defineCheck, get, optionalTexts, patch, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/three-operations',
  title: 'PATCH knows add, replace and remove, in lower case',
  proves: ['RFC7644-3.5.2-06', 'RFC7644-3.5.2.1-02'],
  needs: { features: ['patch'], resource: 'User' },

  async act(act) {
    const { given, send } = act
    const [path] = optionalTexts(act)
    const user = await given('User')
    const added = await send(patch(user.path, { op: 'add', path, value: '12-3' }))
    const afterAdd = await send(get(user.path))
    const replaced = await send(patch(user.path, { op: 'replace', path, value: '24-7' }))
    const afterReplace = await send(get(user.path))
    const removed = await send(patch(user.path, { op: 'remove', path }))
    return { added, afterAdd, replaced, afterReplace, removed, afterRemove: await send(get(user.path)) }
  },

  judge({ added, afterAdd, replaced, afterReplace, removed, afterRemove }, claim) {
    const at = `/${String(pointTo(added.request.body, '/Operations/0/path'))}`
    for (const answer of [added, replaced, removed]) claim('RFC7644-3.5.2-06', answer).succeeds()
    claim('RFC7644-3.5.2.1-02', afterAdd).has(at, '12-3')
    claim('RFC7644-3.5.2-06', afterReplace).has(at, '24-7')
    claim('RFC7644-3.5.2-06', afterRemove).status(200).lacks(at)
  },

  counterexample: ({ removed, afterAdd, afterReplace, ...seen }) => ({
    ...seen,
    afterAdd: seen.afterRemove,
    removed: answering(removed, { status: 400 }),
    afterReplace,
    afterRemove: afterReplace,
  }),
})
