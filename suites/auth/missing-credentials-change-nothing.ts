import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, type ScimRequest, URN } from '#scim'
import { nameIsAs } from './unchanged.part.ts'

export default defineCheck({
  id: 'auth/missing-credentials-change-nothing',
  title: 'A change without credentials is refused and changes nothing',
  proves: ['RFC7644-3.12-11', 'RFC7644-2-08'],
  needs: { features: ['credentials'], resource: 'User', attributes: ['displayName'] },
  each: ({ features }) => [
    ...(features.put.offered ? [{ name: 'PUT' }] : []),
    ...(features.patch.offered ? [{ name: 'PATCH' }] : []),
    { name: 'DELETE' },
  ],

  async act({ given, of, send }) {
    const user = await given('User', { displayName: 'Kari Før' })
    const { path, sent } = user
    const requests: Readonly<Record<string, ScimRequest>> = {
      PUT: { method: 'PUT', path, body: { ...sent, id: user.id, displayName: 'Kari Etter' } },
      PATCH: patch(path, { op: 'replace', path: 'displayName', value: 'Kari Etter' }),
    }
    const before = await send(get(path))
    const request = requests[of.name] ?? { method: 'DELETE', path }
    const refused = await send(request, { credentials: 'none' })
    const after = await send(get(path))
    // The client forgets what a DELETE was answered 404 for, so it is removed here.
    if (of.name === 'DELETE') await send({ method: 'DELETE', path })
    return { before, refused, after }
  },

  judge({ before, refused, after }, claim) {
    claim('RFC7644-3.12-11', refused).status(401)
    claim('RFC7644-2-08', after)
      .status(200)
      .holds(...nameIsAs(before, after))
  },

  counterexample: ({ before, refused, after }) => [
    {
      before,
      refused: answering(refused, { status: 204, body: undefined }),
      after: answering(after, { body: { ...bodyOf(after), displayName: 'Kari Etter' } }),
    },
    {
      before,
      refused,
      after: answering(after, { status: 404, body: { schemas: [URN.error], status: '404' } }),
    },
  ],
})
