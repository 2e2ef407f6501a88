import { bodyOf, defineCheck, get, optionalTexts, patch, pointTo } from '#check'
import { answering, type Exchange } from '#scim'

/** What the attribute has that is left alone. */
const KEPT = '45-6'

/** Which of the two attributes a removal named, and which it left alone. */
function namesIn({ request }: Exchange) {
  const name = String(pointTo(request.body, '/Operations/0/path'))
  return { name, other: name === 'title' ? 'nickName' : 'title' }
}

export default defineCheck({
  id: 'patch/remove-attribute',
  title: 'PATCH remove unassigns a single-valued attribute',
  proves: ['RFC7644-3.5.2.2-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },
  breaks:
    'Better Auth: removals are acknowledged and never done (better-auth/better-auth#10421). Cost: wrong access.',

  async act(act) {
    const { given, send } = act
    const [path] = optionalTexts(act)
    const user = await given('User', { title: KEPT, nickName: KEPT, [path]: '12-3' })
    const remove = () => send(patch(user.path, { op: 'remove', path }))
    const removed = await remove()
    const after = await send(get(user.path))
    return { removed, after, again: await remove(), afterAgain: await send(get(user.path)) }
  },

  judge({ removed, after, again, afterAgain }, claim) {
    const { name, other } = namesIn(removed)
    claim('RFC7644-3.5.2.2-02', removed).succeeds()
    // AMB-057: that there is nothing to remove may be said with noTarget.
    claim('RFC7644-3.5.2.2-02', again).status(200, 204, 400)
    for (const seen of [after, afterAgain])
      claim('RFC7644-3.5.2.2-02', seen).status(200).lacks(`/${name}`).has(`/${other}`, KEPT)
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), [namesIn(seen.removed).name]: '12-3' } }),
  }),
})
