import { defineCheck, get, patch } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject, member } from '#scim'
import { emptying } from './claims.part.ts'
import { bodyIn, filled, sharedFull, shownBy } from './full.part.ts'
import { isKept } from './kept.part.ts'
import { bodyWith, isFree, isShown, type Place, placesOf, typesWith, valueAt } from './places.part.ts'
import { sampleAt } from './samples.part.ts'

const isTried = ({ attribute }: Place) =>
  isFree(attribute) && attribute.mutability === 'immutable' && isShown(attribute) && !attribute.required

/** What the operations of a PATCH set, as a body would hold it. */
function setBy({ request }: Exchange, places: readonly Place[]): Json {
  const operations = member(request.body, 'Operations')
  const found = (Array.isArray(operations) ? operations : []).filter(isObject)
  return bodyWith(
    places.flatMap((place) =>
      found.filter(({ path }) => path === place.name).map((one) => [place, one.value as Json] as const),
    ),
  )
}

export default defineCheck({
  id: 'attributes/immutable-can-be-set-once',
  title: 'An immutable attribute without a value takes its first one',
  proves: ['RFC7643-7-29', 'RFC7644-3.5.1-12', 'RFC7644-3.5.2-12'],
  needs: { features: ['put', 'patch'] },
  requests: () => 6,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const places = (await sharedFull(act, isTried)).places.filter(isTried)
    const { of, given, mark, send } = act
    const first = await given(of.name, filled(places.slice(1), mark('first')))
    // The draft may bring required attributes of the same container.
    const late = filled(places.slice(0, 1), mark('late'))
    const joint = Object.entries(late).map(([name, value]) => [name, joined(first.sent[name], value)])
    const body: JsonObject = { ...first.sent, ...Object.fromEntries(joint) }
    const schemas = [
      ...new Set([...(body.schemas as Json[]), ...Object.keys(late).filter((name) => /^urn:/i.test(name))]),
    ]
    const put = await send({ method: 'PUT', path: first.path, body: { ...body, schemas } })
    const replaced = await send(get(first.path))
    const other = await given(of.name)
    const operations = places.map((place) => ({
      op: 'add',
      path: place.name,
      value: sampleAt(place, mark('added'), 0),
    }))
    const patched = await send(patch(other.path, ...operations))
    return { put, replaced, patched, added: await send(get(other.path)) }
  },

  judge({ put, replaced, patched, added }, claim, { facts, of }) {
    const places = placesOf(facts, of.name).filter(isTried)
    const states = [
      ['RFC7644-3.5.1-12', put, replaced, put.request.body],
      ['RFC7644-3.5.2-12', patched, added, setBy(patched, places)],
    ] as const
    for (const [row, answer, read, sent] of states) {
      claim(row, answer).succeeds()
      for (const place of places.filter((one) => valueAt(sent, one) !== undefined)) {
        const expected = valueAt(sent, place) as Json
        const actual = shownBy(read, place)
        const detail = { what: place.name, expected, actual }
        claim(row, read).holds(isKept(expected, actual, place.attribute), detail)
        claim('RFC7643-7-29', read).holds(isKept(expected, actual, place.attribute), detail)
      }
    }
  },

  counterexample: ({ put, replaced, patched, added }, { facts, of }) => {
    const places = placesOf(facts, of.name).filter(isTried)
    return [
      { put: answering(put, { status: 400, body: bodyIn(put) }), replaced, patched, added },
      { put, replaced: emptying(replaced, places), patched, added: emptying(added, places) },
    ]
  },
})

function joined(before: Json | undefined, more: Json): Json {
  return isObject(before) && isObject(more) ? { ...before, ...more } : more
}
