import { defineCheck, get, isUnassigned, patch } from '#check'
import { answering, type Exchange, type Json, type JsonObject, member } from '#scim'
import { firstOf, onlyIn } from './claims.part.ts'
import { bodyIn, ownFull, sentPlaces, sentTo, shownBy } from './full.part.ts'
import { isFree, isHidden, isShown, type Place, typesWith, withValueAt } from './places.part.ts'
import { changedAt } from './samples.part.ts'

const isTried = ({ attribute }: Place) => isFree(attribute) && isHidden(attribute)
const isPlain = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && attribute.type === 'string' && !attribute.multiValued

export default defineCheck({
  id: 'attributes/never-returned-is-nowhere',
  title: 'An attribute that is never returned is in no answer at all',
  proves: ['RFC7643-7-34'],
  requests: () => 6,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await ownFull(act, isTried)
    const { facts, of, send, endpoint, mark } = act
    const attributes = places.filter(isTried).map(({ name }) => name)
    const answers = [made.created, await send(get(made.path))]
    answers.push(await send(get(made.path, { attributes: attributes.join() })))
    const lists = facts.features.filter.offered
      ? [await send(get(endpoint(of.name), { filter: `id eq ${JSON.stringify(made.id)}` }))]
      : []
    const other = places.find(isPlain)
    if (facts.features.patch.offered && other) {
      const value = changedAt(other, made.sent, mark('patch'))
      answers.push(await send(patch(made.path, { op: 'replace', path: other.name, value })))
    }
    if (facts.features.put.offered)
      answers.push(await send({ method: 'PUT', path: made.path, body: made.sent }))
    return { created: made.created, answers, lists }
  },

  judge({ created, answers, lists }, claim, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    for (const answer of [...answers, ...lists.map(firstOf)])
      for (const place of places) {
        const actual = shownBy(answer, place)
        const detail = { what: place.name, expected: 'absent', actual }
        claim('RFC7643-7-34', answer).holds(isUnassigned(actual), detail)
      }
  },

  counterexample({ created, answers, lists }, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    const leaking = (body: JsonObject) =>
      places.reduce((shown, place) => withValueAt(shown, place, sentTo(created, place) as Json), body)
    const leak = (one: Exchange) => answering(one, { body: leaking(bodyIn(one)) })
    return [
      ...answers.map((one) => ({ created, answers: [leak(one)], lists })),
      ...lists.map((list) => ({
        created,
        answers,
        lists: [onlyIn(list, leaking({ id: member(created.response?.body, 'id') ?? '' }))],
      })),
    ]
  },
})
