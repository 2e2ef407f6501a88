import { bodyOf, createdId, defineCheck, idsIn, resourcesIn } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { COUNT, ENDLESS, nextOf, pagedUsers, SIZE, UNRESERVED, walk } from './walk.part.ts'

const WALKS = [
  { name: 'plain', sort: {} },
  { name: 'sorted', sort: { sortBy: 'userName' } },
] as const

export default defineCheck({
  id: 'cursor/walk-gives-each-once',
  title: 'Following nextCursor to its end gives every match once',
  proves: [
    'RFC9865-1-01',
    'RFC9865-2-01',
    'RFC9865-2-03',
    'RFC9865-2-06',
    'RFC9865-2-10',
    'RFC9865-2-11',
    'RFC9865-2-14',
    'RFC9865-2-15',
    'RFC9865-2-18',
    'RFC7644-3.4.2.4-10',
  ],
  needs: { features: ['cursor', 'filter'], resource: 'User' },
  breaks: 'A client that loses a page takes for deleted whom it does not see (wso2/product-is#7320)',
  each: (facts) => WALKS.filter(({ sort }) => !('sortBy' in sort) || facts.features.sort.offered),

  async act(act) {
    const { made, ask } = await pagedUsers(act)
    return { made, pages: await walk(act, (cursor) => ask(cursor, { ...act.of.sort, count: COUNT })) }
  },

  judge({ made, pages }, claim) {
    const expected = made.map(createdId).sort()
    const actual = pages.flatMap(idsIn).sort()
    const [first, last] = [pages[0] as Exchange, pages.at(-1) as Exchange]
    claim('RFC9865-1-01', first).status(200).has('/nextCursor')
    claim('RFC9865-2-14', first).lacks('/previousCursor')
    // Each cursor went into the URL as it was.
    for (const page of pages) claim('RFC9865-2-15', page).status(200)
    claim('RFC9865-2-01', last).holds(sameJson(actual, expected), {
      what: 'ids on all pages',
      expected,
      actual,
    })
    let collected = 0
    for (const page of pages) {
      const { totalResults: total, itemsPerPage: items } = bodyOf(page) ?? {}
      const shown = resourcesIn(page).length
      collected += shown
      const most = { what: 'number of Resources', expected: `at most ${COUNT}`, actual: shown }
      claim('RFC9865-2-06', page)
        .status(200)
        .holds(shown <= COUNT, most)
      const goesOn = { expected: 'a cursor', actual: nextOf(page), pointer: '/nextCursor' }
      claim('RFC9865-2-10', page).holds(nextOf(page) !== undefined || collected >= SIZE, goesOn)
      // SPEC: RFC9865-2-19: it may be left out.
      const counted = { expected: SIZE, actual: total, pointer: '/totalResults' }
      claim('RFC9865-2-18', page).holds(total === undefined || total === SIZE, counted)
      claim('RFC7644-3.4.2.4-10', page).holds(items === undefined || items === shown || items === COUNT, {
        expected: shown,
        actual: items,
        pointer: '/itemsPerPage',
        ...(items === undefined ? { reading: 'AMB-110/itemsPerPage-absent' as const } : {}),
        ...(items === COUNT && shown !== COUNT ? { reading: 'AMB-082/itemsPerPage-echo' as const } : {}),
      })
    }
    const cursors = pages.flatMap((page) => nextOf(page) ?? [])
    const odd = cursors.filter((cursor) => !UNRESERVED.test(cursor))
    claim('RFC9865-2-03', last).holds(odd.length === 0, {
      what: 'cursors with characters that a URL reserves',
      expected: [],
      actual: odd,
    })
    const ends = pages.length < ENDLESS && new Set(cursors).size === cursors.length
    claim('RFC9865-2-11', last).holds(ends, {
      what: 'nextCursor of each page',
      expected: 'none twice, and none on the last page',
      actual: cursors.slice(0, 2 * SIZE),
    })
    // AMBIGUOUS: AMB-107: the text knows only of its absence.
    const end = bodyOf(last)?.nextCursor
    const blank = end === null || end === '' ? { reading: 'AMB-107/null-at-the-end' as const } : {}
    claim('RFC9865-2-11', last).holds(end === undefined || end === null || end === '', {
      expected: 'absent',
      actual: end,
      pointer: '/nextCursor',
      ...blank,
    })
  },

  counterexample: ({ made, pages }) => {
    const [first] = pages as [Exchange]
    const body = bodyOf(first) ?? {}
    const { nextCursor: _, ...ended } = body
    const Resources = ['a', 'b', 'c'].map((id) => ({ id }))
    return [
      { made, pages: [answering(first, { body: { ...ended, totalResults: 2 } })] },
      { made, pages: [first, answering(first, { body: { ...body, itemsPerPage: 9, Resources } })] },
      { made, pages: [answering(first, { body: { ...body, nextCursor: 'a+/=', previousCursor: 'b' } })] },
      { made, pages: [first, answering(first, { status: 400 })] },
    ]
  },
})
