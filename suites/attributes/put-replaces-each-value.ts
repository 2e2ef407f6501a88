import { defineCheck, get } from '#check'
import { answering, type Json } from '#scim'
import { claimKept, emptying, spoiling } from './claims.part.ts'
import { ownFull, sentPlaces } from './full.part.ts'
import { bodyWith, isFree, isShown, type Place, typesWith, valueAt } from './places.part.ts'
import { changedAt } from './samples.part.ts'

const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && attribute.mutability === 'readWrite'

export default defineCheck({
  id: 'attributes/put-replaces-each-value',
  title: 'A PUT gives every attribute that can change its new value',
  proves: ['RFC7644-3.5.1-04', 'RFC7643-7-28'],
  needs: { features: ['put'] },
  breaks: 'Values that a full update drops or leaves as they were: incident family D1',
  requests: () => 5,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await ownFull(act, isTried)
    const mark = act.mark('put')
    let put = made.created
    // What the target refuses for reasons that no schema tells is left as it was.
    const [first, second] = [
      places.filter((_, index) => index % 2 === 0),
      places.filter((_, index) => index % 2 === 1),
    ]
    for (const some of [places, first, second].filter((one) => one.some(isTried))) {
      const changed = bodyWith(
        places.map((place) => {
          const old = valueAt(made.sent, place) as Json
          return [place, some.includes(place) ? changedAt(place, made.sent, mark) : old] as const
        }),
      )
      put = await act.send({ method: 'PUT', path: made.path, body: { ...made.sent, ...changed } })
      if (![400, 409, 422].includes(put.response?.status ?? 0))
        return { put, read: await act.send(get(made.path)) }
    }
    return act.notOffered('the target refuses the new values of a PUT, for whatever reason')
  },

  judge({ put, read }, claim, { facts, of }) {
    const places = sentPlaces(facts, of.name, put).filter(isTried)
    claim('RFC7644-3.5.1-04', put).succeeds()
    claimKept(claim, 'RFC7644-3.5.1-04', places, { sent: put, shown: read })
    claimKept(claim, 'RFC7643-7-28', places, { sent: put, shown: read })
  },

  counterexample({ put, read }, { facts, of }) {
    const places = sentPlaces(facts, of.name, put).filter(isTried)
    return [
      { put: answering(put, { status: 500 }), read },
      ...places.map((place) => ({ put, read: spoiling(read, [place]) })),
      ...places.map((place) => ({ put, read: emptying(read, [place]) })),
    ]
  },
})
