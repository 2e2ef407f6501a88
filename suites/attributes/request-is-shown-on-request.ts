import { defineCheck, get, isUnassigned } from '#check'
import { changing, claimKept, emptying, firstOf, onlyIn } from './claims.part.ts'
import { bodyIn, sentPlaces, sentTo, sharedFull, shownBy } from './full.part.ts'
import { isFree, type Place, typesWith } from './places.part.ts'

const isTried = ({ attribute }: Place) =>
  isFree(attribute) && attribute.returned === 'request' && attribute.mutability !== 'writeOnly'

export default defineCheck({
  id: 'attributes/request-is-shown-on-request',
  title: 'What is returned on request is shown to those who name it only',
  proves: ['RFC7643-7-37'],
  requests: () => 3,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await sharedFull(act, isTried)
    const { facts, of, send, endpoint } = act
    const attributes = places
      .filter(isTried)
      .map(({ name }) => name)
      .join()
    const filter = `id eq ${JSON.stringify(made.id)}`
    return {
      created: made.created,
      plain: await send(get(made.path)),
      asked: await send(get(made.path, { attributes })),
      lists: facts.features.filter.offered ? [await send(get(endpoint(of.name), { filter }))] : [],
    }
  },

  judge({ created, plain, asked, lists }, claim, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    claimKept(claim, 'RFC7643-7-37', places, { sent: created, shown: asked })
    for (const place of places) {
      for (const answer of [plain, ...lists.map(firstOf)]) {
        const actual = shownBy(answer, place)
        const detail = { what: place.name, expected: 'absent', actual }
        claim('RFC7643-7-37', answer).holds(isUnassigned(actual), detail)
      }
      const actual = shownBy(created, place)
      // Whoever sets it has specified it. A create may be answered without a body.
      const silent = isUnassigned(actual) && created.response?.body !== undefined
      const detail = { what: place.name, expected: sentTo(created, place) ?? null, actual }
      claim('RFC7643-7-37', created).holds(
        true,
        silent ? { ...detail, reading: 'AMB-088/write-response' } : detail,
      )
    }
  },

  counterexample({ created, plain, asked, lists }, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    const told = changing(plain, places, (_, place) => sentTo(created, place))
    return [
      { created, plain: told, asked, lists },
      { created, plain, asked: emptying(asked, places), lists },
      { created, plain, asked, lists: lists.map((list) => onlyIn(list, bodyIn(told))) },
    ]
  },
})
