import { describe, expect, it } from 'vitest'
import { type Json, URN } from '#scim'
import { type Answered, Client, endpointWith, startEndpoint } from './client.sample.ts'
import { variant } from './deviation.ts'
import type { Paging } from './settings.ts'

const NAMES = ['eva', 'dag', 'cia', 'bo', 'ada']

function five(c = new Client()): Client {
  for (const name of NAMES) c.user(name)
  c.group('Nurses')
  return c
}

const paged = (paging: Partial<Paging>) =>
  five(
    endpointWith(
      variant({
        id: 'x',
        title: 'x',
        settings: (plain) => ({ ...plain, paging: { ...plain.paging, ...paging } }),
      }),
    ),
  )

const cursorIn = (page: Answered, name = 'nextCursor') =>
  String((page.body as Record<string, Json>)[name] ?? '')
const shown = ({ body }: Answered) => body.Resources.map(({ userName }) => userName)

/** What each page shows; between the pages `meanwhile` may happen. */
function walk(c: Client, query: string, meanwhile: (page: number) => void = () => undefined): unknown[] {
  const pages: unknown[] = []
  for (let cursor = '', n = 0; n < 9; n++) {
    const page = c.get(`/Users?${query}&cursor=${cursor}`)
    expect(page.status).toBe(200)
    pages.push(shown(page))
    cursor = cursorIn(page)
    if (cursor === '') break
    meanwhile(n)
  }
  return pages
}

describe('a walk by cursors', () => {
  it.each([
    ['count=2', [['eva', 'dag'], ['cia', 'bo'], ['ada']]],
    ['count=5', [NAMES]],
    ['count=2&sortBy=userName', [['ada', 'bo'], ['cia', 'dag'], ['eva']]],
    ['count=2&sortBy=userName&sortOrder=descending', [['eva', 'dag'], ['cia', 'bo'], ['ada']]],
    [`count=1&filter=${encodeURIComponent('userName co "d"')}`, [['dag'], ['ada']]],
    ['', [NAMES]],
    ['count=0', [[]]],
    ['count=-2', [[]]],
  ])('%s', (query, pages) => expect(walk(five(), query)).toEqual(pages))

  it('tells the total on every page, and no startIndex', () => {
    const { body } = five().get('/Users?cursor&count=2')
    expect(body).toMatchObject({ schemas: [URN.listResponse], totalResults: 5, itemsPerPage: 2 })
    expect(body).not.toHaveProperty('startIndex')
    expect(body).not.toHaveProperty('previousCursor')
  })

  it('goes on in a search', () => {
    const c = five()
    const search = (cursor: Json) =>
      c.send('POST', '/Users/.search', { schemas: [URN.searchRequest], cursor, count: 3 })
    const first = search('')
    expect(shown(first)).toEqual(['eva', 'dag', 'cia'])
    expect(shown(search(cursorIn(first)))).toEqual(['bo', 'ada'])
    expect(search(5).body.scimType).toBe('invalidCursor')
  })

  it('leads back, and a cursor can be used again', () => {
    const c = five()
    const get = (cursor: string) => c.get(`/Users?count=2&cursor=${cursor}`)
    const first = get('')
    const second = get(cursorIn(first))
    const third = get(cursorIn(second))
    expect(shown(get(cursorIn(third, 'previousCursor')))).toEqual(shown(second))
    expect(shown(get(cursorIn(second, 'previousCursor')))).toEqual(shown(first))
    expect(get(cursorIn(first)).body).toEqual(second.body)
  })

  it('is not disturbed by what comes and goes', () => {
    const c = five()
    const ids = new Map(c.get('/Users').body.Resources.map(({ userName, id }) => [userName, id]))
    const pages = walk(c, 'count=2&sortBy=userName', (page) => {
      c.user(`aaa-${page}`)
      if (page === 0) for (const name of ['bo', 'cia']) c.send('DELETE', `/Users/${ids.get(name)}`)
    })
    expect(pages).toEqual([
      ['ada', 'bo'],
      ['dag', 'eva'],
    ])
  })

  it('shows nobody who does not match any longer', () => {
    const c = five()
    const [, , cia] = c.get('/Users').body.Resources
    const filter = encodeURIComponent('not (title pr)')
    const pages = walk(c, `count=2&filter=${filter}`, () =>
      c.patch(cia as never, { op: 'add', path: 'title', value: 'Nurse' }),
    )
    expect(pages).toEqual([
      ['eva', 'dag'],
      ['bo', 'ada'],
    ])
  })
})

describe('what is refused', () => {
  it.each([
    ['count=2&cursor=nobody-gave-this', 'invalidCursor'],
    ['count=x&cursor', 'invalidCount'],
    ['count=1.5&cursor=', 'invalidCount'],
  ])('%s', (query, scimType) =>
    expect(five().get(`/Users?${query}`)).toMatchObject({ status: 400, body: { scimType } }),
  )

  it.each([
    ['count=3', 'invalidCount'],
    ['count=2&filter=title%20pr', 'invalidCursor'],
    ['count=2&sortBy=userName', 'invalidCursor'],
  ])('another query on a later page: %s', (query, scimType) => {
    const c = five()
    const cursor = cursorIn(c.get('/Users?cursor=&count=2'))
    expect(c.get(`/Users?${query}&cursor=${cursor}`).body.scimType).toBe(scimType)
    expect(c.get(`/?count=2&cursor=${cursor}`).body.scimType).toBe('invalidCursor')
    expect(shown(c.get(`/Users?cursor=${cursor}`))).toEqual(['cia', 'bo'])
  })

  it('a cursor whose time is over', () => {
    let time = 0
    const c = five(new Client(startEndpoint({ now: () => new Date(time) })))
    const cursor = cursorIn(c.get('/Users?cursor=&count=2'))
    time = 3600_000
    expect(c.get(`/Users?cursor=${cursor}`).status).toBe(200)
    time += 1
    expect(c.get(`/Users?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { scimType: 'expiredCursor' },
    })
  })

  it('cursors are of unreserved characters, and no two alike', () => {
    const c = five()
    const some = Array.from({ length: 500 }, () => cursorIn(c.get('/Users?cursor=&count=2')))
    expect(some.filter((cursor) => !/^[a-z0-9]{28}$/.test(cursor))).toEqual([])
    expect(new Set(some).size).toBe(500)
  })

  it('walks that nobody ends are forgotten in the end', () => {
    const c = five()
    const cursor = cursorIn(c.get('/Users?cursor=&count=2'))
    for (let n = 0; n < 1000; n++) c.get('/Users?cursor=&count=2')
    expect(c.get(`/Users?cursor=${cursor}`).body.scimType).toBe('invalidCursor')
  })
})

describe('which method', () => {
  const isByIndex = ({ body }: Answered) => 'startIndex' in body
  it.each([
    [{}, 'count=2', true],
    [{}, 'count=2&startIndex=2', true],
    [{}, 'count=2&startIndex=2&cursor=', false],
    [{ method: 'cursor' as const }, 'count=2', false],
    [{ method: 'cursor' as const }, 'count=2&startIndex=1', true],
    [{ index: false }, 'count=2&startIndex=3', false],
    [{ cursor: false }, 'count=2&cursor=', true],
  ])('%j: %s', (paging, query, expected) =>
    expect(isByIndex(paged(paging).get(`/Users?${query}`))).toBe(expected),
  )

  it('is told by /ServiceProviderConfig', () => {
    const pagination = (paging: Partial<Paging>) =>
      (paged(paging).get('/ServiceProviderConfig').body as Record<string, Json>).pagination
    expect(pagination({})).toEqual({
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 200,
      maxPageSize: 200,
      cursorTimeout: 3600,
    })
    expect(pagination({ cursor: false, defaultSize: 10 })).toEqual({
      cursor: false,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 10,
      maxPageSize: 200,
    })
    expect(pagination({ published: false })).toBeUndefined()
  })
})
