import { bodyOf, defineCheck, escapeToken, get, patch } from '#check'
import { answering, type Exchange, type Json, sameJson } from '#scim'

/** Values of a multi-valued attribute have no order. */
function agree(a: Json | undefined, b: Json): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return sameJson(a, b)
  return a.length === b.length && a.every((one) => b.some((other) => sameJson(one, other)))
}

const rest = (exchange: Exchange) =>
  Object.entries(bodyOf(exchange) ?? {}).filter(
    ([name, value]) => !['meta', 'title'].includes(name) && !sameJson(value, null) && !sameJson(value, []),
  )

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
      claim('RFC7644-3.5.2.3-02', after).holds(agree(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), emails: [], displayName: null, userName: 'x' } }),
  }),
})
