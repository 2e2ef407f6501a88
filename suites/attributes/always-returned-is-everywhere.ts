import { defineCheck, get } from '#check'
import { claimKept, emptying } from './claims.part.ts'
import { sentPlaces, sharedFull } from './full.part.ts'
import { isFree, type Place, typesWith } from './places.part.ts'

const isTried = ({ attribute, name }: Place) =>
  isFree(attribute) &&
  attribute.returned === 'always' &&
  attribute.mutability !== 'writeOnly' &&
  name !== 'displayName'

export default defineCheck({
  id: 'attributes/always-returned-is-everywhere',
  title: 'What is always returned is there whatever is asked for or excluded',
  proves: ['RFC7643-7-33', 'RFC7644-3.4.2.5-07'],
  requests: () => 2,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await sharedFull(act, isTried)
    const names = places.filter(isTried).map(({ name }) => name)
    const asked = await act.send(get(made.path, { attributes: 'externalId' }))
    const excluded = await act.send(get(made.path, { excludedAttributes: names.join() }))
    return { created: made.created, asked, excluded }
  },

  judge({ created, asked, excluded }, claim, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    claimKept(claim, 'RFC7643-7-33', places, { sent: created, shown: asked })
    claimKept(claim, 'RFC7643-7-33', places, { sent: created, shown: excluded })
    claimKept(claim, 'RFC7644-3.4.2.5-07', places, { sent: created, shown: excluded })
  },

  counterexample({ created, asked, excluded }, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    return [
      { created, asked: emptying(asked, places), excluded },
      { created, asked, excluded: emptying(excluded, places) },
    ]
  },
})
