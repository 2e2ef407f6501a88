import { defineCheck, get } from '#check'
import { answering, type Exchange, type Json, member } from '#scim'
import { changing } from './claims.part.ts'
import { sentTo, shownBy } from './full.part.ts'
import { bodyWith, type Place, placesOf, typesWith } from './places.part.ts'
import { sampleAt } from './samples.part.ts'

/** Those of the RFC itself have checks of their own. */
const isTried = ({ attribute, name }: Place) =>
  attribute.mutability === 'readOnly' &&
  attribute.type !== 'complex' &&
  !attribute.multiValued &&
  name !== 'groups'

export default defineCheck({
  id: 'attributes/read-only-is-ignored',
  title: 'A readOnly value in a POST or PUT is ignored, not refused',
  proves: ['RFC7644-3.3-02', 'RFC7644-3.5.1-13', 'RFC7643-7-27'],
  needs: { features: ['put'] },
  requests: () => 4,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { facts, of, draft, endpoint, mark, send, given } = act
    const places = placesOf(facts, of.name).filter(isTried)
    const chosen = (mark_: string) =>
      bodyWith(places.map((place) => [place, sampleAt(place, mark_, 0)] as const))
    const created = await send({
      method: 'POST',
      path: endpoint(of.name),
      body: draft(of.name, chosen(mark('post'))),
    })
    const id = member(created.response?.body, 'id')
    // Refused as a whole, the create says all there is to say; the PUT then needs another resource.
    const made =
      typeof id === 'string'
        ? { path: `${endpoint(of.name)}/${encodeURIComponent(id)}`, sent: created.request.body }
        : await given(of.name)
    const sent = made.sent as Record<string, Json>
    const put = await send({ method: 'PUT', path: made.path, body: { ...sent, ...chosen(mark('put')) } })
    return { created, put, read: await send(get(made.path)) }
  },

  judge({ created, put, read }, claim, { facts, of }) {
    claim('RFC7644-3.3-02', created).succeeds()
    claim('RFC7644-3.5.1-13', put).succeeds()
    const writes = [
      ['RFC7644-3.3-02', created, created],
      ['RFC7644-3.5.1-13', put, put],
      ['RFC7643-7-27', put, read],
      ['RFC7643-7-27', created, read],
    ] as const
    for (const place of placesOf(facts, of.name).filter(isTried))
      for (const [row, write, shown] of writes) {
        const actual = shownBy(shown, place)
        const detail = { what: place.name, expected: 'not what the client sent', actual }
        const taken = place.attribute.type !== 'boolean' && actual === sentTo(write, place)
        claim(row, shown).holds(!taken, detail)
      }
  },

  counterexample({ created, put, read }, { facts, of }) {
    const places = placesOf(facts, of.name).filter(isTried)
    const taken = (shown: Exchange, from: Exchange) =>
      changing(shown, places, (_, place) => sentTo(from, place))
    return [
      { created: answering(created, { status: 400 }), put: answering(put, { status: 400 }), read },
      { created: taken(created, created), put: taken(put, put), read: taken(read, put) },
    ]
  },
})
