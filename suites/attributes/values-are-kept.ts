import { defineCheck, get } from '#check'
import { claimKept, emptying, spoiling } from './claims.part.ts'
import { sentPlaces, sharedFull } from './full.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

const isTried = ({ attribute }: Place) => isFree(attribute) && isShown(attribute)

export default defineCheck({
  id: 'attributes/values-are-kept',
  title: 'Every attribute that the schemas describe is stored and shown',
  proves: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  breaks: 'Attributes that are taken and lost without a word: incident families W11 and D1',
  requests: () => 1,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made } = await sharedFull(act, isTried)
    return { created: made.created, read: await act.send(get(made.path)) }
  },

  judge({ created, read }, claim, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    claim('RFC7644-3.4-02', read).status(200)
    claimKept(claim, 'RFC7644-3.4-02', places, { sent: created, shown: read })
    claimKept(claim, 'RFC7643-7-36', places, { sent: created, shown: read })
  },

  counterexample({ created, read }, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    return [spoiling, emptying].flatMap((change) =>
      places.map((place) => ({ created, read: change(read, [place]) })),
    )
  },
})
