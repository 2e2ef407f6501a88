import { type Act, bodyOf, type Claim, createdId, get, idsIn, listOfAll, resourcesIn } from '#check'
import { type Exchange, sameJson } from '#scim'

/** As many as the gallery's tests ask for at least, and as many as they want on a page. */
export const SIZE = 11
export const COUNT = 5

const NAMES = { User: 'userName', Group: 'displayName' } as const

/** POST for each, looks at the list, and a page for each at the worst. */
export const mostRequests = (): number => 3 * SIZE + 1

/**
 * Eleven of the check's own, read page by page. A target may hold others and may give less than was asked for: a filter
 * keeps the others out, and the next page begins behind what was given.
 */
export async function readInPages(act: Act, resource: keyof typeof NAMES) {
  const { given, send, mark, address, endpoint, facts } = act
  const set = mark('elleve')
  const made: Exchange[] = []
  for (let n = 1; n <= SIZE; n++) {
    const name = `${set}-${n}`
    made.push(
      (await given(resource, { [NAMES[resource]]: resource === 'User' ? address(name) : name })).created,
    )
  }
  const filter = `${NAMES[resource]} sw "${set}-"`
  // In no order, a page begins where the one before ended by good luck alone (AMB-084).
  const order = facts.features.sort.offered ? { sortBy: NAMES[resource] } : {}
  const ask = (query: object) => get(endpoint(resource), { filter, ...order, ...query })
  await listOfAll(act, ask({}), SIZE)
  const pages: Exchange[] = []
  for (let next = 1; next <= SIZE && pages.length < SIZE; ) {
    const page = await send(ask({ startIndex: next, count: COUNT }))
    pages.push(page)
    next += Math.max(1, idsIn(page).length)
  }
  return { made, pages }
}

export function eachOnce(claim: Claim, made: readonly Exchange[], pages: readonly Exchange[]): void {
  const expected = made.map(createdId).sort()
  const actual = pages.flatMap(idsIn).sort()
  const fits = sameJson(actual, expected)
  const unsorted = pages.some(({ request }) => !request.path.includes('sortBy='))
  const excuse = unsorted && !fits ? { reading: 'AMB-084/unsorted' as const } : {}
  claim.holds(fits || unsorted, { what: 'ids on all pages', expected, actual, ...excuse })
}

export function pageIsInOrder(claim: Claim, page: Exchange): void {
  const shown = resourcesIn(page).length
  claim
    .status(200)
    .has('/totalResults', SIZE)
    .holds(shown <= COUNT, { what: 'number of Resources', expected: `at most ${COUNT}`, actual: shown })
}

/** The second page as the first again. */
export function withoutTheLast({ made, pages }: { made: Exchange[]; pages: Exchange[] }) {
  const [first] = pages
  const repeated = first?.response ? { ...first.response, body: bodyOf(first) ?? {} } : undefined
  return {
    made,
    pages: pages.map((page, index) => (index === 1 && repeated ? { ...page, response: repeated } : page)),
  }
}
