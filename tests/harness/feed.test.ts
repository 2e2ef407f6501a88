import { describe, expect, it } from 'vitest'
import { FOREIGN } from '#check'
import { createFeed, createLimiter, createRedactor, FeedUnusable, type WireRequest } from '#harness'
import { type Exchange, type Json, type JsonObject, member } from '#scim'

const ORG = '5c14a7e5-0000-4000-8000-00000000000d'
const BASE = 'https://sync.test/brukersynkronisering/sync/api/v1'
const TAG = 'st-feed42'
const TOKEN = 'the-token-of-the-reader'
const NUMBER = '19918347871'

type Answer = readonly [status: number, body: Json | string]

/** A Sync API that answers as it was told, one answer after the other; the last one stays. */
function feedOf(answers: readonly Answer[], settle = 0) {
  const asked: (WireRequest & { readonly at: number })[] = []
  const exchanges: Exchange[] = []
  const door = createFeed({
    base: BASE,
    fiksOrgId: ORG,
    maalSystem: 'saker',
    token: TOKEN,
    transport: async (request) => {
      asked.push({ ...request, at: performance.now() })
      const [status, body] = answers[Math.min(asked.length, answers.length) - 1] as Answer
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const headers = [
        ['Content-Type', 'application/json'],
        ['Set-Cookie', 'who=kari'],
      ] as const
      return { status, headers, body: new TextEncoder().encode(text) }
    },
    redactor: createRedactor([TOKEN], 'salt'),
    limiter: createLimiter(2),
    isOurs: (id) => id.startsWith('ours'),
    tag: TAG,
    salt: 'salt',
    settle,
    onExchange: (exchange) => exchanges.push(exchange),
  })
  const tokens = () => asked.map(({ url }) => new URL(url).searchParams.get('syncToken'))
  return { feed: door.for('a/check'), asked, exchanges, tokens }
}

const page = (syncToken: string, hasMore: boolean, ...events: JsonObject[]): Answer => [
  200,
  { events, syncToken, hasMore },
]
const user = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  changeType: 'sync',
  timestamp: '2026-01-01T00:00:00Z',
  resource: { id, userName: `kari.${TAG}@x.example`, name: { formatted: 'Kari' }, ...more },
})
const error = (status: number, errorCode: string, message = 'Noe'): Answer => [
  status,
  { timestamp: 1, status, errorCode, message },
]
const never = () => false
const sees = (id: string) => (pages: readonly Exchange[]) =>
  JSON.stringify(pages.map(({ response }) => response?.body)).includes(`"${id}"`)

describe('our reader of the Sync API keeps to what consumers must', () => {
  it('asks on after empty and short pages as long as hasMore says so, and not after a full one that denies it', async () => {
    const strangers = Array.from({ length: 3 }, (_, n) => user(`other-${n}`))
    const { feed, tokens } = feedOf([
      page('a', true),
      page('b', true, user('other')),
      page('c', true),
      page('d', false, ...strangers),
      page('never', false),
    ])
    await feed.follow('brukere', undefined, never, { limit: 3 })
    expect(tokens()).toEqual([null, 'a', 'b', 'c'])
  })

  it('hands each new token back as it came, encoded for the address and not otherwise touched', async () => {
    const odd = 'eyJh.b+/=& %'
    const { feed, tokens, asked } = feedOf([page(odd, true), page('z', false)])
    await feed.follow('brukere', undefined, never)
    expect(tokens()).toEqual([null, odd])
    expect(asked[1]?.url).toContain(`syncToken=${encodeURIComponent(odd)}`)
  })

  it('waits before it asks again where hasMore is false', async () => {
    const { feed, asked } = feedOf([page('a', false), page('b', false, user('ours-1'))], 2_000)
    await feed.follow('brukere', undefined, sees('ours-1'))
    const [first, second] = asked
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(90)
  })

  it.each(['TOKEN_EXPIRED', 'FULL_RESYNC_REQUESTED'])(
    'begins anew after %s, and never sends the old token again',
    async (code) => {
      const { feed, tokens } = feedOf([
        page('old', true),
        error(410, code, 'Etwas ganz anderes'),
        page('new', true, user('other')),
        page('newer', false, user('ours-1')),
      ])
      await feed.follow('brukere', undefined, sees('ours-1'))
      expect(tokens()).toEqual([null, 'old', null, 'new'])
    },
  )

  it.each([
    [error(410, 'SOURCE_CHANGED'), /410 \(SOURCE_CHANGED\)/],
    [error(410, 'SOURCE_DISCONNECTED'), /410 \(SOURCE_DISCONNECTED\)/],
    [error(404, 'SOURCE_NOT_CONFIGURED'), /404 \(SOURCE_NOT_CONFIGURED\)/],
    [error(410, 'SOMETHING', 'TOKEN_EXPIRED'), /410 \(SOMETHING\)/],
    [[500, 'oops'] as Answer, /answered 500/],
  ])('stops at what makes ids or everything else uncertain: %j', async (answer, reason) => {
    const { feed, asked } = feedOf([page('a', true), answer])
    const reading = feed.follow('brukere', undefined, never)
    await expect(reading).rejects.toThrow(FeedUnusable)
    await expect(reading).rejects.toThrow(reason)
    expect(asked.length).toBe(2)
  })

  it('does not read for ever where the feed never ends', async () => {
    const { feed } = feedOf([page('a', true)])
    await expect(feed.follow('brukere', undefined, never)).rejects.toThrow(/more after 100 pages/)
  })

  it('survives a deletion of nobody it knows, a group as a member, and a group without a resource', async () => {
    const members = [{ value: 'ours-2', type: 'Group' }]
    const group = { ...user('ours-1', { members }), requiresSeparateFetch: false }
    const large = { ...user('ours-3'), requiresSeparateFetch: true, resource: null }
    const gone = { ...user('unknown'), changeType: 'delete', resource: null }
    const { feed } = feedOf([page('a', false, gone, group, large)])
    const [read] = await feed.follow('grupper', undefined, sees('ours-3'))
    expect(member(read?.response?.body, 'events')).toEqual([{ [FOREIGN]: 1 }, group, large])
  })

  it('goes on where the last reading stopped, for each stream by itself', async () => {
    const { feed, tokens } = feedOf([page('a', false), page('g', false), page('b', false)])
    await feed.now('brukere')
    await feed.now('grupper')
    await feed.now('brukere')
    expect(tokens()).toEqual([null, null, 'a'])
  })

  it('sends nothing but GET, with its own token and nothing else', async () => {
    const { feed, asked } = feedOf([page('a', false)])
    await feed.page('brukere')
    await feed.one('bruker', 'a/b ?')
    await feed.organisations()
    await feed.page('brukere', { credentials: 'none' })
    await feed.page('brukere', { credentials: 'wrong' })
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(asked[1]?.url).toBe(`${BASE}/${ORG}/saker/bruker/a%2Fb%20%3F`)
    expect(asked.map(({ headers }) => headers)).toEqual([
      ...Array.from({ length: 3 }, () => ({ accept: 'application/json', authorization: `Bearer ${TOKEN}` })),
      { accept: 'application/json' },
      { accept: 'application/json', authorization: 'Bearer not-issued-by-anybody' },
    ])
  })
})

describe('what is kept of the Sync API', () => {
  const secret = 'place-4711'
  const whole = (exchanges: readonly Exchange[]) => JSON.stringify(exchanges)

  it('is nobody else: their events are counted', async () => {
    const { feed } = feedOf([
      page('a', false, user('other-1'), user('other-2'), user('ours-1'), user('other-3')),
    ])
    const read = await feed.page('brukere')
    expect(member(read.response?.body, 'events')).toEqual([
      { [FOREIGN]: 2 },
      user('ours-1'),
      { [FOREIGN]: 1 },
    ])
    expect(whole([read])).not.toMatch(/other-/)
  })

  it('is no resource under an id of ours that does not carry the mark, and nobody whom ours name', async () => {
    const stranger = { ...user('ours-1'), resource: { id: 'ours-1', userName: 'Stranger' } }
    const more = { enterprise: { department: 'IKT', manager: { value: 'x', displayName: 'Stranger' } } }
    const members = [{ value: 'x', display: 'Stranger' }, { value: 'ours-2' }]
    const { feed } = feedOf([page('a', false, stranger, user('ours-2', { ...more, members }))])
    const read = await feed.page('grupper')
    expect(whole([read])).not.toContain('Stranger')
    expect(whole([read])).toContain('IKT')
  })

  it.each([
    ['another form', { items: [{ id: 'x', userName: 'Stranger' }], events: { userName: 'Stranger' } }],
    ['a list', [{ userName: 'Stranger' }]],
    ['no JSON', '<html>Stranger</html>'],
    ['an event with more in it', { events: [{ ...user('ours-1'), beside: { userName: 'Stranger' } }] }],
  ])('is nothing of an answer that has %s', async (_, body) => {
    const { feed, exchanges } = feedOf([[200, body as Json]])
    await feed.page('brukere')
    await feed.one('bruker', 'ours-1')
    await feed.organisations()
    expect(exchanges.length).toBe(3)
    expect(whole(exchanges)).not.toContain('Stranger')
  })

  it('is no other organisation', async () => {
    const { feed } = feedOf([[200, [ORG.toUpperCase(), 'another', 'third']]])
    const { response } = await feed.organisations()
    expect(response?.body).toEqual([ORG.toUpperCase(), { [FOREIGN]: 2 }])
  })

  it('is no sync token, no own token, no identity number and no cookie', async () => {
    const repeated = `No ${secret} here, ${encodeURIComponent('a b+c')}`
    const { feed, exchanges } = feedOf([
      page(secret, true, user('ours-1', { fiks: { identityNumber: NUMBER } })),
      page('a b+c', true),
      [400, { message: repeated, path: `/x?syncToken=${secret}`, status: 400 }],
    ])
    const first = await feed.page('brukere')
    const second = await feed.page('brukere', { after: first })
    await feed.page('brukere', { after: second })
    const { response } = await feed.page('brukere', { after: first })
    const kept = whole(exchanges)
    for (const hidden of [secret, 'a b+c', TOKEN, NUMBER, 'kari"']) expect(kept).not.toContain(hidden)
    expect(member(response?.body, 'message')).toMatch(/^No sync-token-[0-9a-f]{10} here/)
    expect(kept).toMatch(/\[identity-number-[0-9a-f]{10}\]/)
  })

  it('is marked as not to the SCIM endpoint, with an address of its own', async () => {
    const { feed } = feedOf([page('a', false)])
    const { request, elsewhere, by } = await feed.page('grupper', { limit: 5, maxGroupSize: 7 })
    expect(request).toEqual({
      method: 'GET',
      path: `/${ORG}/saker/grupper?limit=5&maxGroupSize=7`,
      headers: { accept: 'application/json' },
    })
    expect([elsewhere, by]).toEqual([{ door: 'sync', base: BASE }, 'a/check'])
  })
})
