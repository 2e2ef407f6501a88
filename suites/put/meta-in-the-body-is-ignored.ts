import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type JsonObject, member } from '#scim'

const FORGED = {
  resourceType: 'Forged',
  created: '1999-01-01T00:00:00Z',
  location: 'https://elsewhere.example/Users/forged',
}

/** These two move with the change, but not to what the client wants. */
const OLD = '1999-01-01T00:00:00Z'

export default defineCheck({
  id: 'put/meta-in-the-body-is-ignored',
  title: 'A meta sent with a PUT is ignored',
  proves: ['RFC7643-3.1-19', 'RFC7643-7-27', 'RFC7644-3.5.1-13'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    // With a real change: a PUT that changes nothing may not reach the store at all.
    const meta = { ...FORGED, lastModified: OLD, version: 'W/"forged"' }
    const body = { ...user.sent, displayName: mark('endret'), meta }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim) {
    claim('RFC7644-3.5.1-13', put).status(200, reading('AMB-044/204', 204))
    claim('RFC7643-3.1-19', after).status(200)
    for (const name of Object.keys(FORGED)) {
      const expected = member(member(bodyOf(before), 'meta'), name) ?? null
      const actual = member(member(bodyOf(after), 'meta'), name) ?? null
      const same =
        name === 'created' ? Date.parse(`${actual}`) === Date.parse(`${expected}`) : actual === expected
      const unasked = expected === null && actual === null
      const detail = { expected, actual, pointer: `/meta/${name}` }
      claim('RFC7643-3.1-19', after).holds(same || unasked, detail)
      claim('RFC7643-7-27', after).holds(same || unasked, detail)
    }
    const { lastModified, version } = (bodyOf(after)?.meta ?? {}) as JsonObject
    const forged = String(lastModified).startsWith('1999') || version === 'W/"forged"'
    claim('RFC7643-3.1-19', after).holds(!forged, {
      expected: 'lastModified and version of the target’s own',
      actual: { lastModified: lastModified ?? null, version: version ?? null },
      pointer: '/meta',
    })
  },

  counterexample: ({ before, put, after }) => [
    { before, put: answering(put, { status: 400 }), after },
    {
      before,
      put,
      after: answering(after, { body: { ...bodyOf(after), meta: { created: FORGED.created } } }),
    },
    {
      before,
      put,
      after: answering(after, {
        body: { ...bodyOf(after), meta: { ...(bodyOf(before)?.meta as JsonObject), lastModified: OLD } },
      }),
    },
  ],
})
