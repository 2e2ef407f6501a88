import {
  type Act,
  type Claims,
  createdId,
  type Facts,
  get,
  idsIn,
  type Made,
  type RequirementId,
} from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { sentTo, sharedFull } from './full.part.ts'
import { type Leaf, leavesOf } from './leaves.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

/** A comparison of one attribute or sub-attribute with a value that the resource has but for its letter case. */
export interface Comparison {
  readonly name: string
  readonly text: string
}

/** Letters of the other case; undefined where there are none, and the value says nothing. */
function swapped(text: string): string | undefined {
  const other = [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join('')
  // Beyond ASCII a letter may have no counterpart, or a longer one; a line break needs an escape.
  return other === text || !/^[\x20-\x7e]*$/.test(text) ? undefined : other
}

export function comparisonsFor(
  places: readonly Place[],
  made: Exchange,
  wanted: (leaf: Leaf) => boolean,
): Comparison[] {
  return places.flatMap((place) =>
    leavesOf(place.attribute)
      .filter((leaf) => isShown(place.attribute) && isShown(leaf.attribute) && wanted(leaf))
      .flatMap((leaf) => comparison(leaf, place, sentTo(made, place))),
  )
}

function comparison(leaf: Leaf, { name }: Place, sent: Json | undefined): Comparison[] {
  const [value] = leaf.valuesIn(sent)
  const text = typeof value === 'string' ? swapped(value) : undefined
  return text === undefined ? [] : [{ name: leaf.path(name), text }]
}

/**
 * Asks for the resource by all of the comparisons at once, and by fewer where the target does not answer or the answer is
 * not the one that tells that all is well: so that what is wrong has a name.
 */
export async function askAll(
  { endpoint, eventually, of, send }: Act,
  { id }: Made,
  comparisons: readonly Comparison[],
  { join, finds, most }: { readonly join: 'and' | 'or'; readonly finds: boolean; readonly most: number },
): Promise<Exchange[]> {
  const lists: Exchange[] = []
  const ask = async (some: readonly Comparison[]): Promise<void> => {
    if (some.length === 0 || lists.length >= most) return
    const filter = some.map(({ name, text }) => `${name} eq ${JSON.stringify(text)}`).join(` ${join} `)
    const request = get(endpoint(of.name), { filter })
    // The first waits until the target has taken note of the resource; the others need not.
    const isThere = (one: Exchange) => one.response?.status !== 200 || idsIn(one).includes(id)
    const list = finds && lists.length === 0 ? await eventually(request, isThere) : await send(request)
    lists.push(list)
    if (some.length === 1 || (list.response?.status === 200 && idsIn(list).includes(id) === finds)) return
    await ask(some.slice(0, Math.ceil(some.length / 2)))
    await ask(some.slice(Math.ceil(some.length / 2)))
  }
  for (let from = 0; from < comparisons.length; from += AT_ONCE)
    await ask(comparisons.slice(from, from + AT_ONCE))
  return lists
}

/** More conditions than this some targets refuse. */
const AT_ONCE = 10

/** The filter of a request, to name what was asked. */
export function filterOf({ request }: Exchange): string {
  return new URLSearchParams(request.path.split('?')[1]).get('filter') ?? ''
}

/** Does the target compare at all with what is asked? Not every target filters by every attribute. */
export const isAnswered = (list: Exchange) => ![400, 403, 501].includes(list.response?.status ?? 0)

export function listing(list: Exchange, ...ids: string[]): Exchange {
  const Resources = ids.map((id) => ({ id }))
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:ListResponse']
  return answering(list, { status: 200, body: { schemas, totalResults: ids.length, Resources } })
}

type Lists = { readonly created: Exchange; readonly lists: Exchange[] }

/** What checks of values have in common that are told apart by letter case: in the other case none of them is found. */
export function toldApart<Row extends RequirementId>(
  row: Row,
  isExact: (leaf: Leaf) => boolean,
  most: number,
) {
  const isTried = ({ attribute }: Place) =>
    isFree(attribute) && isShown(attribute) && leavesOf(attribute).some(isExact)
  return {
    requests: () => most,
    each: (facts: Facts) => typesWith(facts, isTried),

    async act(act: Act): Promise<Lists> {
      const { made, places } = await sharedFull(act, isTried)
      const comparisons = comparisonsFor(places.filter(isTried), made.created, isExact)
      const lists = await askAll(act, made, comparisons, { join: 'or', finds: false, most })
      if (!lists.some(isAnswered)) act.notOffered('the target does not filter by any of these attributes')
      return { created: made.created, lists }
    },

    judge({ created, lists }: Lists, claim: Claims<Row>) {
      const id = String(createdId(created))
      for (const list of lists.filter(isAnswered)) {
        const actual = idsIn(list)
        const detail = { what: filterOf(list), expected: 'not this resource', actual }
        claim(row, list).status(200).holds(!actual.includes(id), detail)
      }
    },

    counterexample: ({ created, lists }: Lists) => ({
      created,
      lists: lists.map((list) => listing(list, String(createdId(created)))),
    }),
  }
}
