import { bodyOf, defineCheck, get, isSuccess } from '#check'
import { answering, type JsonObject } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/answer-is-what-is-stored',
  title: 'The answer to a PUT is what a following GET gives',
  proves: ['RFC7644-3.1-08', 'RFC7644-3.5.1-06'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName', 'nickName'] },
  breaks: 'SCIM Gateway: a PUT showed success and the rename was lost (jelhub/scimgateway#95)',

  async act({ given, mark, send, blocked }) {
    const user = await given('User', { nickName: 'Lillegull' })
    // nickName is left out: cleared, kept or given a default (AMB-042), and the answer says which.
    const { nickName: _, ...sent } = user.sent
    const put = await send({
      method: 'PUT',
      path: user.path,
      body: { ...sent, displayName: mark('byttet') },
    })
    if (isSuccess(put) && !bodyOf(put))
      blocked('the PUT answered without a body, so there is nothing to compare')
    return { put, read: await send(get(user.path)) }
  },

  judge({ put, read }, claim, { facts }) {
    const attributes = facts.schemas.flatMap((schema) => schema.attributes)
    const asked = new Set(attributes.filter(({ returned }) => returned === 'request').map(({ name }) => name))
    const sent = Object.keys((put.request.body ?? {}) as JsonObject)
    claim('RFC7644-3.1-08', put).succeeds()
    // What becomes of it is the target’s to say; to leave an optional attribute out is nobody’s mistake.
    claim('RFC7644-3.5.1-06', put).succeeds()
    claim('RFC7644-3.1-08', read).status(200)
    for (const name of ['id', 'nickName', ...sent].filter((one) => one !== 'schemas' && !asked.has(one)))
      claim('RFC7644-3.1-08', read).holds(...sameValue(put, read, name))
  },

  counterexample: ({ put, read }) => [
    { put, read: answering(read, { body: { ...bodyOf(read), displayName: 'as before' } }) },
    { put: answering(put, { status: 400 }), read },
  ],
})
