import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type JsonObject } from '#scim'
import { replaceable } from './cases.part.ts'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/full-body-back-is-accepted',
  title: 'What GET gave can be sent back by PUT, once and again',
  proves: ['RFC7644-3.1-06', 'RFC7644-3.5.1-13'],

  each: replaceable,

  async act({ of, given, send, blocked }) {
    const made = await given(of.name)
    const before = await send(get(made.path))
    const body = bodyOf(before) ?? blocked('the resource cannot be read back')
    const put = await send({ method: 'PUT', path: made.path, body })
    const after = await send(get(made.path))
    await send({ method: 'PUT', path: made.path, body })
    return { made: made.created, before, put, after, again: await send(get(made.path)) }
  },

  judge({ made, before, put, after, again }, claim) {
    claim('RFC7644-3.5.1-13', put).status(200, reading('AMB-044/204', 204))
    claim('RFC7644-3.1-06', after).status(200)
    const sent = Object.keys((made.request.body ?? {}) as JsonObject).filter((name) => name !== 'schemas')
    for (const name of ['id', ...sent])
      for (const one of [after, again]) claim('RFC7644-3.1-06', one).holds(...sameValue(before, one, name))
  },

  counterexample: ({ made, before, put, after, again }) => ({
    made,
    before,
    again,
    put: answering(put, { status: 400, body: { scimType: 'mutability' } }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'lost' } }),
  }),
})
