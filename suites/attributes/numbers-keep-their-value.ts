import { defineCheck, get } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { bodyIn, sentPlaces, sentTo, sharedFull, shownBy } from './full.part.ts'
import { leavesOf } from './leaves.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

const isNumber = ({ type }: { readonly type: string }) => type === 'decimal'
const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && leavesOf(attribute).some(isNumber)

/** What was sent and what is shown of every number, smallest first. */
function numbersIn(place: Place, created: Exchange, read: Exchange): [Json[], Json[]] {
  const leaves = leavesOf(place.attribute).filter(isNumber)
  const of = (value: Json | undefined) =>
    leaves.flatMap((leaf) => leaf.valuesIn(value)).sort((a, b) => Number(a) - Number(b))
  return [of(sentTo(created, place)), of(shownBy(read, place))]
}

export default defineCheck({
  id: 'attributes/numbers-keep-their-value',
  title: 'A decimal comes back as the JSON number that was sent',
  proves: ['RFC7643-2.3.3-01'],
  requests: () => 1,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made } = await sharedFull(act, isTried)
    return { created: made.created, read: await act.send(get(made.path)) }
  },

  judge({ created, read }, claim, { facts, of }) {
    for (const place of sentPlaces(facts, of.name, created).filter(isTried)) {
      const [expected, actual] = numbersIn(place, created, read)
      const kept = expected.every((one, index) => one === actual[index])
      claim('RFC7643-2.3.3-01', read).holds(kept, { what: place.name, expected, actual })
    }
  },

  counterexample: ({ created, read }) => {
    const text = JSON.stringify(bodyIn(read)).replaceAll(/(\d)\.25/g, '$1')
    return { created, read: answering(read, { body: JSON.parse(text) as Json }) }
  },
})
