import { type Act, type Case, type Claims, type Facts, type RequirementId, reading } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { filled } from './full.part.ts'
import { bodyWith, isFree, type Place, placesOf, typesWith, valueAt } from './places.part.ts'

/** Attributes that are unique as a schema says, less those that the RFC itself makes unique. */
const isUnique =
  (uniqueness: 'server' | 'global') =>
  ({ attribute, name }: Place) =>
    attribute.uniqueness === uniqueness &&
    attribute.type === 'string' &&
    !attribute.multiValued &&
    isFree(attribute) &&
    name.toLowerCase() !== 'username'

/** One case for each of them. */
function uniqueCases(facts: Facts, uniqueness: 'server' | 'global'): Case[] {
  const wanted = isUnique(uniqueness)
  return typesWith(facts, wanted).flatMap(({ name: type }) =>
    placesOf(facts, type)
      .filter(wanted)
      .map(({ name, attribute }) => ({ name: `${type} ${attribute.name}`, type, place: name })),
  )
}

const otherCase = (text: string) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase())

type Claimants = { readonly first: Exchange; readonly others: readonly Exchange[] }

/** Two resources that want the same value, one after the other; where letter case does not matter, a third. */
async function claimants(act: Act): Promise<Claimants> {
  const { facts, of, draft, endpoint, mark, notOffered, send } = act
  const type = String(of.type)
  const place = placesOf(facts, type).find(({ name }) => name === of.place) as Place
  const value = String(valueAt(filled([place], mark('unique')), place))
  const again = (text: Json) =>
    send({ method: 'POST', path: endpoint(type), body: draft(type, bodyWith([[place, text]])) })
  const first = await again(value)
  const status = first.response?.status ?? 0
  if (status >= 300) notOffered(`the target refuses the value that two are to want (${status})`)
  const others = [await again(value)]
  if (!place.attribute.caseExact) others.push(await again(otherCase(value)))
  return { first, others }
}

/** RFC 7643 section 7 lets the target answer 400 where RFC 7644 section 3.3 asks for 409. */
const CONFLICT = [409, reading('AMB-037/400', 400)] as const

/** What checks of such attributes have in common: whoever wants the value second is refused. */
export function refusedTwice<Row extends RequirementId>(
  rows: readonly Row[],
  uniqueness: 'server' | 'global',
) {
  return {
    requests: () => 3,
    each: (facts: Facts) => uniqueCases(facts, uniqueness),
    act: claimants,

    judge({ others }: Claimants, claim: Claims<Row>) {
      for (const other of others) for (const row of rows) claim(row, other).status(...CONFLICT)
    },

    counterexample: ({ first, others }: Claimants) =>
      others.map((one, at) => ({ first, others: others.with(at, answering(one, { status: 201 })) })),
  }
}
