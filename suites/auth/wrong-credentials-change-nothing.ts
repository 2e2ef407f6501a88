import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, type Exchange, type ScimRequest } from '#scim'
import { nameIsAs } from './unchanged.part.ts'

export default defineCheck({
  id: 'auth/wrong-credentials-change-nothing',
  title: 'Credentials that nobody issued change and delete nothing',
  proves: ['RFC7644-2-04', 'RFC7644-2-08'],
  needs: { features: ['credentials'], resource: 'User', attributes: ['displayName'] },
  breaks: 'Access for whoever asks: incident family W9.',

  async act({ facts, given, send }) {
    const user = await given('User', { displayName: 'Kari Før' })
    const { path, sent } = user
    const changed = { ...sent, id: user.id, displayName: 'Kari Etter' }
    const requests: ScimRequest[] = [
      ...(facts.features.put.offered ? [{ method: 'PUT', path, body: changed } as const] : []),
      ...(facts.features.patch.offered
        ? [patch(path, { op: 'replace', path: 'displayName', value: 'Kari Etter' })]
        : []),
      { method: 'DELETE', path },
    ]
    const before = await send(get(path))
    const refused: Exchange[] = []
    for (const request of requests) refused.push(await send(request, { credentials: 'wrong' }))
    return { before, refused, after: await send(get(path)) }
  },

  judge({ before, refused, after }, claim) {
    for (const one of refused) claim('RFC7644-2-04', one).status(401, 403)
    claim('RFC7644-2-08', after)
      .status(200)
      .holds(...nameIsAs(before, after))
  },

  counterexample: ({ before, refused, after }) => ({
    before,
    refused: refused.map((one) => answering(one, { status: 204, body: undefined })),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'Kari Etter' } }),
  }),
})
