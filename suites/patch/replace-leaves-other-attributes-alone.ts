import { bodyOf, defineCheck, escapeToken, get, patch, sameState } from '#check'
import { answering, type Exchange } from '#scim'
import { assignedIn } from './values.part.ts'

/** What the PATCH does not name. */
const rest = (exchange: Exchange) => assignedIn(exchange).filter(([name]) => name !== 'title')

export default defineCheck({
  id: 'patch/replace-leaves-other-attributes-alone',
  title: 'PATCH of one attribute leaves all others as they were',
  proves: ['RFC7644-3.5.2.3-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },
  breaks: 'A write that touches more than it names loses data (incident family D3).',

  async act({ given, send }) {
    const user = await given('User', { title: '12-3' })
    const before = await send(get(user.path))
    const replaced = await send(patch(user.path, { op: 'replace', path: 'title', value: '24-7' }))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    const now = new Map(rest(after))
    claim('RFC7644-3.5.2.3-02', replaced).succeeds()
    claim('RFC7644-3.5.2.3-02', after).status(200).has('/title', '24-7')
    for (const [name, expected] of rest(before)) {
      const actual = now.get(name)
      const pointer = `/${escapeToken(name)}`
      claim('RFC7644-3.5.2.3-02', after).holds(sameState(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), emails: [], displayName: null, userName: 'x' } }),
  }),
})
