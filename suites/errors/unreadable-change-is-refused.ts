import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, header, type Json, type Method, sameJson, URN } from '#scim'

const BODIES = [
  { body: 'cut', text: '{"schemas": [' },
  { body: 'empty', text: '' },
  { body: 'words', text: 'active=false' },
  { body: 'array', text: '[]' },
]

/** What a change would have changed. */
const stateOf = (json: Json | undefined) => {
  const { meta: _, ...state } = (json ?? {}) as Record<string, Json>
  return state
}

export default defineCheck({
  id: 'errors/unreadable-change-is-refused',
  title: 'A PUT or PATCH with no JSON object is refused, nothing changes',
  proves: ['RFC7644-3.12-10', 'RFC7644-3.12-01'],
  needs: { resource: 'User' },
  breaks: 'Writes that touch more than they name, and errors with effect: incident families D3 and D5.',
  each: ({ features }) =>
    (['PUT', 'PATCH'] as const)
      .filter((method) => features[method === 'PUT' ? 'put' : 'patch'].offered)
      .flatMap((method) => BODIES.map(({ body, text }) => ({ name: `${method} ${body}`, method, text }))),

  async act({ given, of, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const refused = await send({ method: of.method as Method, path: user.path, text: of.text })
    return { before, refused, after: await send(get(user.path)) }
  },

  judge({ before, refused, after }, claim) {
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
    const [was, is] = [stateOf(bodyOf(before)), stateOf(bodyOf(after))]
    claim('RFC7644-3.12-01', after).status(200).holds(sameJson(was, is), { expected: was, actual: is })
  },

  counterexample: ({ before, refused, after }) => ({
    before,
    refused: answering(refused, { status: 204, body: undefined }),
    after: answering(after, {
      body: { schemas: [URN.user], id: '2819', meta: { version: header(after, 'etag') ?? '' } },
    }),
  }),
})
