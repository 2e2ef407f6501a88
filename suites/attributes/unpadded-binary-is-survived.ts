import { bodyOf, defineCheck, isUnassigned } from '#check'
import { answering } from '#scim'
import { changing } from './claims.part.ts'
import { filled, sharedFull, shownBy } from './full.part.ts'
import { bytesOf } from './kept.part.ts'
import { bodyWith, isFree, isShown, type Place, placesOf, typesWith, valueAt } from './places.part.ts'

const isTried = ({ attribute }: Place) =>
  attribute.type === 'binary' && !attribute.multiValued && isFree(attribute) && isShown(attribute)

export default defineCheck({
  id: 'attributes/unpadded-binary-is-survived',
  title: 'base64 without padding is refused, or kept to the byte',
  proves: ['RFC7643-2.3.6-03'],
  requests: () => 1,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { draft, endpoint, facts, of, send, mark } = act
    await sharedFull(act, isTried)
    const places = placesOf(facts, of.name).filter(isTried)
    const body = filled(places, mark('bytes'))
    const unpadded = bodyWith(
      places.map((place) => [place, String(valueAt(body, place)).replace(/=+$/, '')] as const),
    )
    return {
      created: await send({ method: 'POST', path: endpoint(of.name), body: draft(of.name, unpadded) }),
    }
  },

  judge({ created }, claim, { facts, of }) {
    claim('RFC7643-2.3.6-03', created).status(201, 400, 422)
    if (created.response?.status !== 201 || bodyOf(created) === undefined) return
    for (const place of placesOf(facts, of.name).filter(isTried)) {
      const [expected, actual] = [valueAt(created.request.body, place) ?? null, shownBy(created, place)]
      const kept = isUnassigned(actual) || bytesOf(actual) === bytesOf(expected)
      claim('RFC7643-2.3.6-03', created).holds(kept, { what: place.name, expected, actual })
    }
  },

  counterexample: ({ created }, { facts, of }) => [
    { created: answering(created, { status: 500 }) },
    {
      created: answering(
        changing(created, placesOf(facts, of.name).filter(isTried), () => 'AAAA'),
        { status: 201 },
      ),
    },
  ],
})
