import { bodyOf, defineCheck, get, isSuccess, optionalTexts } from '#check'
import { answering, type JsonObject, member } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/answer-is-what-is-stored',
  title: 'The answer to a PUT is what a following GET gives',
  proves: ['RFC7644-3.1-08', 'RFC7644-3.5.1-06'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },
  breaks: 'SCIM Gateway: a PUT showed success and the rename was lost (jelhub/scimgateway#95)',

  async act(act) {
    const { given, mark, send } = act
    const [optional] = optionalTexts(act)
    const user = await given('User', { [optional]: 'Lillegull' })
    // One is left out: cleared, kept or given a default (AMB-042), and the answer says which.
    const { [optional]: _, ...sent } = user.sent
    const put = await send({
      method: 'PUT',
      path: user.path,
      body: { ...sent, displayName: mark('byttet') },
    })
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
    if (isSuccess(put) && !bodyOf(put)) {
      // It says nothing but that all was done (AMB-044): then what was sent is what is there, but for letter case.
      const pointer = '/displayName'
      const [expected, actual] = [put.request.body, bodyOf(read)].map((one) => member(one, 'displayName'))
      const isSame = String(actual).toLowerCase() === String(expected).toLowerCase()
      claim('RFC7644-3.1-08', read).holds(isSame, { expected: expected ?? null, actual, pointer })
      return
    }
    const names = ['id', 'title', 'nickName', ...sent].filter((one) => one !== 'schemas' && !asked.has(one))
    for (const name of names) claim('RFC7644-3.1-08', read).holds(...sameValue(put, read, name))
  },

  counterexample: ({ put, read }) => [
    { put, read: answering(read, { body: { ...bodyOf(read), displayName: 'as before' } }) },
    { put: answering(put, { status: 400 }), read },
  ],
})
