import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange, type JsonObject, member, URN } from '#scim'
import { immutableTexts } from './immutable.part.ts'

export default defineCheck({
  id: 'put/immutable-value-can-be-given-once',
  title: 'A PUT sets an immutable value that was unset, and may repeat it',
  proves: ['RFC7644-3.5.1-10', 'RFC7644-3.5.1-12'],
  needs: { features: ['put'], resource: 'User' },

  each: (facts) => immutableTexts(facts, ({ required }) => !required),

  async act({ of, given, draft, mark, send }) {
    const user = await given('User')
    const value = { [of.name]: mark('once') }
    // The draft lists the extension in `schemas`; everything else stays as it was sent.
    const { schemas = null, ...own } = draft(
      'User',
      of.urn === URN.user ? value : { [String(of.urn)]: value },
    )
    const added = of.urn === URN.user ? value : { [String(of.urn)]: own[String(of.urn)] ?? null }
    const body: JsonObject = { ...user.sent, ...added, schemas }
    const first = await send({ method: 'PUT', path: user.path, body })
    const read = await send(get(user.path))
    const again = await send({ method: 'PUT', path: user.path, body })
    return { first, read, again }
  },

  judge({ first, read, again }, claim, { of }) {
    const valueIn = (body: unknown) => {
      const container = of.urn === URN.user ? body : member(body as never, String(of.urn))
      return member(container as never, of.name)
    }
    const [expected, actual] = [valueIn(first.request.body), valueIn(bodyOf(read))]
    const same = String(actual).toLowerCase() === String(expected).toLowerCase()
    claim('RFC7644-3.5.1-12', first).succeeds()
    claim('RFC7644-3.5.1-12', read)
      .status(200)
      .holds(same, { expected: expected ?? null, actual, pointer: `/${of.name}` })
    claim('RFC7644-3.5.1-10', again).succeeds()
  },

  counterexample: ({ first, read, again }) => {
    const refused = (exchange: Exchange) =>
      answering(exchange, { status: 400, body: { scimType: 'mutability' } })
    return { first: refused(first), read, again: refused(again) }
  },
})
