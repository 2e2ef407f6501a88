import { type Act, bodyOf, type Claims, defineCheck, get, idsIn, isSuccess, listOfAll, patch } from '#check'
import { answering, type Exchange, type ScimRequest, sameJson, URN } from '#scim'
import { crowd, type Someone, unlessBusy } from './load.part.ts'

const SIZE = 24
const COUNT = 4
const LOOKS = 11
/** A page may hold one user, and each page has a write or two beside it. */
const WALK = 3 * (SIZE + 1)
const WALKS = [
  { name: 'sorted', sort: { sortBy: 'userName' } },
  { name: 'unsorted', sort: {} },
] as const

const ROWS = ['RFC7644-3.4.2-04', 'RFC7644-3.4.2.4-05', 'RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.4-13'] as const

export default defineCheck({
  id: 'load/pages-hold-while-others-write',
  title: 'A walk over pages goes on while others write',
  proves: ROWS,
  needs: { features: ['filter', 'index'], resource: 'User', attributes: ['displayName'] },
  load: () => ({ requests: 2 * SIZE + LOOKS + 2 * WALK, makes: 4 * SIZE + 2 }),
  breaks:
    'An importer takes for deleted what it does not see, and others write all day: rows without an order move when they are changed (wso2/product-is#27973). Cost: data lost.',
  each: ({ features }) => WALKS.filter(({ sort }) => !('sortBy' in sort) || features.sort.offered),

  async act(act) {
    const { endpoint, address, mark, draft } = act
    const name = mark('come-and-go')
    const named = (n: number) => ({ userName: address(`${name}-${String(n).padStart(4, '0')}`) })
    const people = await crowd(act, SIZE, named)
    const filter = `userName sw "${name}-"`
    const ask = (query: object) => get(endpoint('User'), { filter, ...(act.of.sort as object), ...query })
    const whole = await listOfAll(act, ask({}), SIZE)
    // First those who are in the list are changed, and others come who are not: nobody has a reason to move.
    const quiet = await walk(act, ask, (n) => [
      renamed(act, people[(n * 7) % SIZE] as Someone, mark('renamed')),
      { method: 'POST', path: endpoint('User'), body: draft('User') },
    ])
    // Then people come and go who are in it: each page is right by itself, and the walk may be anything.
    const busy = await walk(act, ask, (n) => [
      { method: 'DELETE', path: (people[(n * 5) % SIZE] as Someone).path },
      { method: 'POST', path: endpoint('User'), body: draft('User', named(SIZE + n)) },
    ])
    unlessBusy(act, [...quiet, ...busy])
    return { whole, quiet, busy }
  },

  judge({ whole, quiet, busy }, claim) {
    for (const page of [...quiet, ...busy]) isPage(claim, page)
    const [expected, actual] = [namesIn(whole), quiet.flatMap(namesIn).sort()]
    // What is shown at all is on one page or another; a large first list may be cut.
    const isMet = expected.length < SIZE || sameJson(actual, expected)
    claim('RFC7644-3.4.2.4-13', quiet.at(-1) as Exchange).holds(true, {
      what: 'userNames on all pages while others were written to',
      expected,
      actual,
      ...(isMet ? {} : { reading: 'AMB-084/changed-meanwhile' as const }),
    })
  },

  counterexample: ({ whole, quiet, busy }) => {
    const many = Array.from({ length: COUNT + 1 }, (_, n) => ({ id: `${n}`, userName: `stranger-${n}` }))
    const wrong = { totalResults: SIZE, Resources: many }
    const first = { ...bodyOf(whole), Resources: Array.from({ length: SIZE }, () => ({ userName: 'x' })) }
    return {
      whole: answering(whole, { body: first }),
      quiet: quiet.map((page) => answering(page, { body: wrong })),
      busy,
    }
  },
})

/** Asks for page after page, and writes while each is under way. */
async function walk(
  { send }: Act,
  ask: (query: object) => ScimRequest,
  writes: (n: number) => ScimRequest[],
): Promise<Exchange[]> {
  const pages: Exchange[] = []
  for (let next = 1; next <= SIZE && pages.length <= SIZE; ) {
    const beside = writes(pages.length).map((request) => send(request))
    const page = await send(ask({ startIndex: next, count: COUNT }))
    await Promise.all(beside)
    pages.push(page)
    next += Math.max(1, idsIn(page).length)
  }
  return pages
}

function renamed({ facts }: Act, { path, userName }: Someone, displayName: string): ScimRequest {
  if (facts.features.patch.offered)
    return patch(path, { op: 'replace', path: 'displayName', value: displayName })
  return { method: 'PUT', path, body: { schemas: [URN.user], userName, displayName } }
}

function isPage(claim: Claims<(typeof ROWS)[number]>, page: Exchange): void {
  const [shown, body] = [idsIn(page).length, bodyOf(page)]
  claim('RFC7644-3.4.2-04', page).holds(
    isSuccess(page) && sameJson(body?.schemas ?? null, [URN.listResponse]),
    {
      what: 'page while others write',
      expected: `200 with ${URN.listResponse}`,
      actual: `${page.response?.status} with ${JSON.stringify(body?.schemas ?? null)}`,
    },
  )
  claim('RFC7644-3.4.2.4-05', page).holds(shown <= COUNT, {
    what: 'number of Resources',
    expected: `at most ${COUNT}`,
    actual: shown,
  })
  const strangers = namesIn(page).filter((name) => !name.includes('come-and-go'))
  claim('RFC7644-3.4.2.2-04', page).holds(strangers.length === 0, {
    what: 'userNames that do not match',
    expected: [],
    actual: strangers,
  })
}

/** Without letter case, which a target may not keep. */
const namesIn = (list: Exchange): string[] =>
  (bodyOf(list)?.Resources as { userName?: unknown }[] | undefined)
    ?.map(({ userName }) => String(userName).toLowerCase())
    .sort() ?? []
