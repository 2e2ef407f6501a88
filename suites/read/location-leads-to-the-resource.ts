import { bodyOf, defineCheck, get, pathBelow } from '#check'
import { answering, header, member } from '#scim'

export default defineCheck({
  id: 'read/location-leads-to-the-resource',
  title: 'Location and meta.location lead to the resource',
  proves: ['RFC7643-3.1-24', 'RFC7644-3.3-09'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, facts, shared, send, blocked }) {
    const made = await shared(of.name)
    const location = pathBelow(facts.base, header(made.created, 'location'))
    const inMeta = pathBelow(facts.base, member(made.body.meta, 'location'))
    // A gateway may publish another host than the configured one; credentials do not follow it there.
    if (!location || !inMeta) return blocked('no location below the base URL, where credentials may go')
    return { created: made.created, byHeader: await send(get(location)), byMeta: await send(get(inMeta)) }
  },

  judge({ created, byHeader, byMeta }, claim) {
    const id = member(created.response?.body, 'id')
    const same = (value: unknown) => id === undefined || value === id
    const of = (exchange: typeof created) => member(exchange.response?.body, 'id')
    const expected = id ?? 'the new id'
    claim('RFC7644-3.3-09', byHeader)
      .status(200)
      .holds(same(of(byHeader)), { expected, actual: of(byHeader), pointer: '/id' })
    claim('RFC7643-3.1-24', byMeta)
      .status(200)
      .holds(same(of(byMeta)), { expected, actual: of(byMeta), pointer: '/id' })
  },

  counterexample: ({ created, byHeader, byMeta }) => ({
    created,
    byHeader: answering(byHeader, { status: 404, body: { detail: 'no such tenant' } }),
    byMeta: answering(byMeta, { body: { ...bodyOf(byMeta), id: 'another' } }),
  }),
})
