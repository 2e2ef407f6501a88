import { defineCheck, get, patch, reading } from '#check'
import { answering, isObject, type Json, type JsonObject } from '#scim'
import { changing, claimKept, emptying } from './claims.part.ts'
import { ownFull, sentPlaces } from './full.part.ts'
import { spoilt } from './kept.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'
import { sampleAt } from './samples.part.ts'

const isTried = ({ attribute }: Place) =>
  isFree(attribute) &&
  attribute.mutability === 'immutable' &&
  (isShown(attribute) || attribute.returned === 'request')

export default defineCheck({
  id: 'attributes/immutable-cannot-change',
  title: 'PATCH cannot change or remove an immutable value that is set',
  proves: ['RFC7643-7-30', 'RFC7644-3.5.2-10', 'RFC7644-3.5.2-13'],
  needs: { features: ['patch'] },
  breaks:
    'Keycloak: immutable attributes could be changed by PATCH (keycloak/keycloak#51155). Cost: wrong access.',
  requests: () => 4,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await ownFull(act, isTried)
    const { send, mark } = act
    const tried = places.filter(isTried)
    const attributes = tried.map(({ name }) => name).join()
    const operation = (op: string, place: Place): JsonObject =>
      op === 'remove'
        ? { op, path: place.name }
        : { op, path: place.name, value: sampleAt(place, mark('new'), 1) }
    const change = (op: string) => send(patch(made.path, ...tried.map((place) => operation(op, place))))
    const replaced = await change('replace')
    const removed = await change('remove')
    return { created: made.created, replaced, removed, read: await send(get(made.path, { attributes })) }
  },

  judge({ created, replaced, removed, read }, claim, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    const ignored = [200, 204].map((status) => reading('AMB-050/ignored', status))
    for (const answer of [replaced, removed]) {
      claim('RFC7644-3.5.2-10', answer).status(400, 403, 409, ...ignored)
      claim('RFC7644-3.5.2-13', answer).status(400, 403, 409, ...ignored)
    }
    claim('RFC7643-7-30', read).status(200)
    claimKept(claim, 'RFC7643-7-30', places, { sent: created, shown: read })
  },

  counterexample({ created, replaced, removed, read }, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(isTried)
    const changed = (value: Json | undefined): Json => (isObject(value) ? {} : spoilt(value ?? ''))
    return [
      { created, replaced: answering(replaced, { status: 500 }), removed, read },
      { created, replaced, removed, read: changing(read, places, changed) },
      { created, replaced, removed, read: emptying(read, places) },
    ]
  },
})
