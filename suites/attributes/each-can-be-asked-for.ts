import { defineCheck, get, isUnassigned } from '#check'
import { answering, type Exchange } from '#scim'
import { changing, claimKept, emptying } from './claims.part.ts'
import { sentPlaces, sentTo, sharedFull, shownBy } from './full.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && attribute.returned === 'default'

/** Every second one. */
const half = (places: readonly Place[], rest: 0 | 1) => places.filter((_, index) => index % 2 === rest)
const namesOf = (places: readonly Place[]) => places.map(({ name }) => name).join() || 'externalId'

/** What of the places a request names in its query, and what it does not. */
function split({ request }: Exchange, places: readonly Place[]): [Place[], Place[]] {
  const query = new URLSearchParams(request.path.split('?')[1])
  const names = (query.get('attributes') ?? query.get('excludedAttributes') ?? '').split(',')
  return [
    places.filter(({ name }) => names.includes(name)),
    places.filter(({ name }) => !names.includes(name)),
  ]
}

export default defineCheck({
  id: 'attributes/each-can-be-asked-for',
  title: 'attributes and excludedAttributes work for every attribute',
  proves: ['RFC7644-3.4.2.5-01', 'RFC7644-3.4.2.5-04', 'RFC7644-3.4.2.5-06', 'RFC7644-3.9-05'],
  breaks: 'scimmy: excluding one attribute dropped all extensions (scimmyjs/scimmy#37). Cost: wrong access.',
  requests: () => 3,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await sharedFull(act, isTried)
    const tried = places.filter(isTried)
    const even = await act.send(get(made.path, { attributes: namesOf(half(tried, 0)) }))
    const odd = await act.send(get(made.path, { attributes: namesOf(half(tried, 1)) }))
    const excluded = await act.send(get(made.path, { excludedAttributes: namesOf(half(tried, 0)) }))
    return { created: made.created, asked: [even, odd], excluded }
  },

  judge({ created, asked, excluded }, claim, { facts, of }) {
    const tried = sentPlaces(facts, of.name, created).filter(isTried)
    const absent = (
      row: 'RFC7644-3.4.2.5-04' | 'RFC7644-3.4.2.5-06',
      answer: Exchange,
      places: readonly Place[],
    ) => {
      claim(row, answer).status(200)
      for (const place of places) {
        const actual = shownBy(answer, place)
        claim(row, answer).holds(isUnassigned(actual), { what: place.name, expected: 'absent', actual })
      }
    }
    for (const answer of asked) {
      const [named, others] = split(answer, tried)
      claim('RFC7644-3.9-05', answer).status(200)
      claimKept(claim, 'RFC7644-3.9-05', named, { sent: created, shown: answer })
      absent('RFC7644-3.4.2.5-04', answer, others)
    }
    const [named, others] = split(excluded, tried)
    absent('RFC7644-3.4.2.5-06', excluded, named)
    claim('RFC7644-3.4.2.5-01', excluded).status(200)
    claimKept(claim, 'RFC7644-3.4.2.5-01', others, { sent: created, shown: excluded })
  },

  counterexample({ created, asked, excluded }, { facts, of }) {
    const tried = sentPlaces(facts, of.name, created).filter(isTried)
    const all = (one: Exchange) => changing(one, tried, (_, place) => sentTo(created, place))
    return [
      { created, asked: asked.map(all), excluded: all(excluded) },
      {
        created,
        asked: asked.map((one) => emptying(one, tried)),
        excluded: answering(excluded, { status: 400 }),
      },
    ]
  },
})
