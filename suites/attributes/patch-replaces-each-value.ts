import { type Act, defineCheck, get, type Made, patch } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject, member } from '#scim'
import { emptying, spoiling } from './claims.part.ts'
import { ownFull, shownBy } from './full.part.ts'
import { isKept } from './kept.part.ts'
import { isFree, isShown, type Place, placesOf, typesWith } from './places.part.ts'
import { changedAt } from './samples.part.ts'

const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && attribute.mutability === 'readWrite'
/** What the target refuses to change is left out, found by halving; more than these are not sent. */
const PATCHES = 6

type Operation = readonly [Place, Json]

/** One PATCH for all; smaller ones where that is refused, since no schema tells what a target likes. */
async function replaceAll(act: Act, { path }: Made, all: readonly Operation[]): Promise<Exchange[]> {
  const sent: Exchange[] = []
  const attempt = async (some: readonly Operation[]): Promise<void> => {
    if (some.length === 0 || sent.length >= PATCHES) return
    const operations = some.map(([{ name }, value]): JsonObject => ({ op: 'replace', path: name, value }))
    const answer = await act.send(patch(path, ...operations))
    sent.push(answer)
    if (![400, 409, 422].includes(answer.response?.status ?? 0) || some.length === 1) return
    await attempt(some.slice(0, Math.ceil(some.length / 2)))
    await attempt(some.slice(Math.ceil(some.length / 2)))
  }
  await attempt(all)
  return sent
}

/** The operations of those that went through, by path. */
function done(patches: readonly Exchange[]): Map<string, Json> {
  const accepted = patches.filter(({ response }) => Math.trunc((response?.status ?? 0) / 100) === 2)
  const operations = accepted.flatMap(({ request }) => member(request.body, 'Operations') as Json[])
  return new Map(operations.filter(isObject).map((one) => [String(one.path), one.value as Json] as const))
}

export default defineCheck({
  id: 'attributes/patch-replaces-each-value',
  title: 'A PATCH gives every attribute that can change its new value',
  proves: ['RFC7643-7-28', 'RFC7644-3.5.2.3-02'],
  needs: { features: ['patch'] },
  breaks:
    'A change that is answered with success and not made: incident family W11; SimpleIdServer SCIM: values of a PATCH showed up inside other attributes (simpleidserver/SimpleIdServer#595); django-scim2: PATCH used another table of names than the create (15five/django-scim2#39). Cost: access not revoked, wrong access.',
  requests: () => 2 + PATCHES,
  each: (facts) => typesWith(facts, (place) => isTried(place) && !place.attribute.multiValued),

  async act(act) {
    const { made, places } = await ownFull(act, isTried)
    const mark = act.mark('patch')
    const tried = places.filter(isTried)
    const patches = await replaceAll(
      act,
      made,
      tried.map((place) => [place, changedAt(place, made.sent, mark)] as const),
    )
    const gone = done(patches)
    if (!tried.some(({ name, attribute }) => gone.has(name) && !attribute.multiValued))
      act.notOffered('the target refuses every new value, for whatever reason')
    return { patches, read: await act.send(get(made.path)) }
  },

  judge({ patches, read }, claim, { facts, of }) {
    const sent = done(patches)
    for (const place of placesOf(facts, of.name).filter(({ name }) => sent.has(name))) {
      const expected = sent.get(place.name) as Json
      const actual = shownBy(read, place)
      const detail = { what: place.name, expected, actual }
      const kept = isKept(expected, actual, place.attribute)
      claim('RFC7643-7-28', read).holds(kept, detail)
      if (!place.attribute.multiValued) claim('RFC7644-3.5.2.3-02', read).holds(kept, detail)
    }
  },

  counterexample({ patches, read }, { facts, of }) {
    const places = placesOf(facts, of.name).filter(({ name }) => done(patches).has(name))
    return [
      { patches, read: answering(read, { body: {} }) },
      ...places.map((place) => ({ patches, read: spoiling(read, [place]) })),
      ...places.map((place) => ({ patches, read: emptying(read, [place]) })),
    ]
  },
})
