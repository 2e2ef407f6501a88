import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createClient,
  createLimiter,
  createRedactor,
  FOREIGN,
  GuardRefusal,
  type Journal,
  journalFile,
  openJournal,
  readJournal,
  sweep,
  type Transport,
  TransportFailure,
} from '#harness'
import { createPeople } from '#people'
import { type Exchange, type Json, member, type ScimRequest } from '#scim'
import { type StubAnswer, scripted } from '../bench/stub-transport.ts'

const TAG = 'st-cl2345'
let out = ''
let journal: Journal
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'client-'))
  journal = openJournal(out, 'cl2345', 'http://t')
})
afterEach(() => {
  journal.close()
  rmSync(out, { recursive: true, force: true })
})

const clientOver = (transport: Transport, more: Partial<Parameters<typeof createClient>[0]> = {}) =>
  createClient({
    ...more,
    transport,
    base: 'http://t/scim',
    credentials: { Authorization: 'Bearer the-token', 'X-Key': 'k' },
    journal,
    redactor: createRedactor(['the-token'], 's'),
    limiter: createLimiter(4),
    tag: TAG,
  })

const create = { method: 'POST', path: '/Users', body: { userName: `${TAG}-a` } } as const
const left = () => readJournal(journalFile(out, 'cl2345'))

describe('creating', () => {
  it('is in the journal before it is sent, and owned afterwards', async () => {
    let known = 0
    const { send } = scripted(() => {
      known = left().unknown.length
      return { status: 201, body: { id: 'a b/c' } }
    })
    const client = clientOver(send)
    const { made } = await client.exchange(create, 'c')
    expect(known).toBe(1)
    expect(made).toEqual(['/Users/a%20b%2Fc'])
    expect(left()).toMatchObject({ paths: ['/Users/a%20b%2Fc'], unknown: [] })
    await expect(client.exchange({ method: 'DELETE', path: '/Users/other' }, 'c')).rejects.toThrow(
      GuardRefusal,
    )
  })

  it('that was foreseen is in the journal once, before it is sent, and not at all if it is not', async () => {
    let known = 0
    const { send } = scripted(() => {
      known = left().unknown.length
      return { status: 201, body: { id: '1' } }
    })
    const client = clientOver(send)
    client.foresee([create], 'c')
    await client.exchange(create, 'c')
    expect([known, left().last, left().unknown]).toEqual([1, 1, []])
    client.foresee([create], 'c')
    await client.forgo('c')
    expect([left().last, left().unknown]).toEqual([2, []])
  })

  it.each([
    [
      'an id in Location only',
      { status: 201, headers: { Location: 'http://t/scim/Users/77' } },
      { paths: ['/Users/77'], unknown: [] },
    ],
    ['success without any id', { status: 200, text: 'fine' }, { paths: [], unknown: [expect.anything()] }],
    ['a refusal', { status: 409 }, { paths: [], unknown: [] }],
    ['a server fault that may have stored it', { status: 500 }, { paths: [], unknown: [expect.anything()] }],
    ['an error status with an id', { status: 400, body: { id: '9' } }, { paths: [], unknown: [] }],
  ] as const)('%s', async (_, answer, expected) => {
    await clientOver(scripted(() => answer).send).exchange(create, 'c')
    expect(left()).toMatchObject(expected)
  })

  it('without an answer stays unknown', async () => {
    const send: Transport = () => Promise.reject(new TransportFailure('timeout', 'late'))
    const { exchange, raw } = await clientOver(send).exchange(create, 'c')
    expect(exchange.failure).toEqual({ kind: 'timeout', message: 'late' })
    expect(raw).toBeUndefined()
    expect(left().unknown).toHaveLength(1)
  })

  it('sends nothing for what the guard refuses', async () => {
    const { send, sent } = scripted(() => ({ status: 201 }))
    await expect(
      clientOver(send).exchange({ method: 'POST', path: '/Users', body: { userName: 'kari' } }, 'c'),
    ).rejects.toThrow(GuardRefusal)
    expect(sent).toEqual([])
  })
})

describe('a target that gives away ids of others', () => {
  it('is not believed: nothing is written before a read shows the mark', async () => {
    const stranger = { id: '7', userName: 'kari' }
    const { send, sent } = scripted(({ method }) =>
      method === 'POST'
        ? { status: 201, body: { ...create.body, id: '7' } }
        : { status: 200, body: stranger },
    )
    const client = clientOver(send)
    await client.exchange(create, 'c')
    const writes: ScimRequest[] = [
      { method: 'DELETE', path: '/Users/7' },
      { method: 'PUT', path: '/Users/7', body: { userName: `${TAG}-a` } },
      { method: 'POST', path: '/Groups', body: { displayName: TAG, members: [{ value: '7' }] } },
    ]
    for (const write of writes)
      await expect(client.exchange(write, 'c')).rejects.toThrow(/does not carry the run's mark/)
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'GET'])
    const swept = await sweep(journalFile(out, 'cl2345'), client)
    expect(swept.left).toEqual([{ path: '/Users/7', answer: expect.stringContaining('/Users/7') }])
    expect(sent.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  it('is looked at once for each resource, and not again after it was read anyway', async () => {
    const { send, sent } = scripted(({ method }) =>
      method === 'DELETE'
        ? { status: 204 }
        : { status: method === 'POST' ? 201 : 200, body: { ...create.body, id: '7' } },
    )
    const client = clientOver(send)
    await client.exchange(create, 'c')
    await client.exchange({ method: 'GET', path: '/Users/7' }, 'c')
    await client.exchange({ method: 'PATCH', path: '/Users/7', body: {} }, 'c')
    await client.exchange({ method: 'DELETE', path: '/Users/7' }, 'c')
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'PATCH', 'DELETE'])
  })

  const patch: ScimRequest = { method: 'PATCH', path: '/Users/7', body: {} }

  it('is looked at beforehand where a write was foreseen, and not a second time', async () => {
    const shown = { ...create.body, id: '7' }
    const { send, sent } = scripted(({ method }) => ({ status: method === 'POST' ? 201 : 200, body: shown }))
    const client = clientOver(send)
    await client.exchange(create, 'c')
    client.foresee([patch, { ...patch, path: '/Users/of-others' }], 'c')
    await client.forgo('c')
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST http://t/scim/Users',
      'GET http://t/scim/Users/7',
    ])
    await client.exchange(patch, 'c')
    expect(sent.slice(2).map(({ method }) => method)).toEqual(['PATCH'])
  })

  it.each<[string, StubAnswer, string[]]>([
    ['shows somebody else', { status: 200, body: { id: '7', userName: 'kari' } }, []],
    ['shows nothing', { status: 503 }, ['PATCH']],
  ])('is looked at once more where the look beforehand %s', async (_, shown, written) => {
    const { send, sent } = scripted(({ method }) =>
      method === 'GET' ? shown : { status: 201, body: { ...create.body, id: '7' } },
    )
    const client = clientOver(send)
    await client.exchange(create, 'c')
    client.foresee([patch], 'c')
    await client.forgo('c')
    await client.exchange(patch, 'c').catch(String)
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', ...written])
  })
})

describe('bulk', () => {
  const user = (name: string) => ({
    method: 'POST',
    path: '/Users',
    bulkId: name,
    data: { userName: `${TAG}-${name}` },
  })
  const bulk = (...Operations: Json[]): ScimRequest => ({
    method: 'POST',
    path: '/Bulk',
    body: { Operations },
  })
  const made = (bulkId: string, id: string) => ({
    method: 'POST',
    bulkId,
    location: `http://t/scim/Users/${id}`,
    status: '201',
  })
  const marked = (name: string) => ({ collection: '/Users', marks: { userName: `${TAG}-${name}` } })
  const answered = (...Operations: Json[]) => ({ status: 200, body: { Operations } })

  it('announces every create in it before it is sent, and owns what each made, in any order', async () => {
    let known: unknown
    const { send } = scripted(() => {
      known = left().unknown
      return answered(
        made('b', '2'),
        { method: 'POST', bulkId: 'c', status: '409' },
        { method: 'POST', bulkId: 'd', status: { code: '201' }, response: { id: '4 4' } },
        made('a', '1'),
      )
    })
    const client = clientOver(send)
    const { made: paths } = await client.exchange(bulk(user('a'), user('b'), user('c'), user('d')), 'c')
    expect(known).toEqual(['a', 'b', 'c', 'd'].map(marked))
    expect(paths).toEqual(['/Users/1', '/Users/2', '/Users/4%204'])
    expect(left()).toMatchObject({ paths: ['/Users/4%204', '/Users/2', '/Users/1'], unknown: [] })
    expect(client.guard.owns('2')).toBe(true)
  })

  it.each<[string, StubAnswer]>([
    ['is no BulkResponse', { status: 200, body: { id: '7' } }],
    ['is a refusal, for a part may have been done', { status: 400, body: { status: '400' } }],
    ['says nothing of it', answered()],
    ['names another method in its place', answered({ method: 'PUT', location: '/Users/7', status: '200' })],
    ['says that the target failed', answered({ method: 'POST', bulkId: 'a', status: '500' })],
    ['says neither where nor who', answered({ method: 'POST', bulkId: 'a', status: '201' })],
  ])('leaves an intent open where the answer %s', async (_, answer) => {
    const { made: paths } = await clientOver(scripted(() => answer).send).exchange(bulk(user('a')), 'c')
    expect(paths).toEqual([])
    expect(left()).toMatchObject({ paths: [], unknown: [marked('a')] })
  })

  it('leaves intents open without an answer, and finds them by their marks when sweeping', async () => {
    const people = [
      { id: '1', userName: `${TAG}-a` },
      { id: '2', userName: `${TAG}-b` },
    ]
    const { send: answers, sent } = scripted(({ method, url }) => {
      if (method === 'DELETE') return { status: 204 }
      const one = people.find(({ id, userName }) => url.endsWith(`/${id}`) || url.includes(userName))
      return { status: 200, body: url.includes('filter=') ? { Resources: one ? [one] : [] } : (one ?? {}) }
    })
    const send: Transport = (request) =>
      request.method === 'POST' ? Promise.reject(new TransportFailure('reset', 'gone')) : answers(request)
    const client = clientOver(send)
    await client.exchange(bulk(user('a'), user('b')), 'c')
    expect(left().unknown).toEqual([marked('a'), marked('b')])
    expect(await sweep(journalFile(out, 'cl2345'), client)).toEqual({ removed: 2, left: [] })
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(2)
  })

  it('looks once more for what refers to a later operation: a target may have made it twice', async () => {
    const waiting = { ...user('a'), data: { userName: `${TAG}-a`, manager: { value: 'bulkId:b' } } }
    let people = [{ id: '9', userName: `${TAG}-a` }]
    const { send, sent } = scripted(({ method, url }) => {
      if (method === 'POST') return answered(made('a', '1'), made('b', '2'))
      if (method === 'DELETE') {
        people = people.filter(({ id }) => !url.endsWith(`/${id}`))
        return { status: 204 }
      }
      return { status: 200, body: url.includes('filter=') ? { Resources: people } : (people[0] ?? {}) }
    })
    const client = clientOver(send)
    await client.exchange(bulk(waiting, user('b')), 'c')
    expect(left()).toMatchObject({ paths: ['/Users/2', '/Users/1'], unknown: [marked('a')] })
    expect(await sweep(journalFile(out, 'cl2345'), client)).toEqual({ removed: 3, left: [] })
    expect(sent.filter(({ method, url }) => method === 'DELETE' && url.endsWith('/Users/9'))).toHaveLength(1)
  })

  it('says of what stays open when it was answered, where the target has done with it', async () => {
    const waiting = { ...user('a'), data: { userName: `${TAG}-a`, manager: { value: 'bulkId:b' } } }
    const failed = { method: 'POST', bulkId: 'b', status: '500' }
    const { send } = scripted(() => answered(made('a', '1'), failed))
    await clientOver(send).exchange(bulk(waiting, user('b')), 'c')
    expect(left().unknown).toEqual([marked('b'), { ...marked('a'), answered: expect.any(Number) }])
    for (const [status, isTold] of [
      [401, true],
      [200, true],
      [202, false],
      [504, false],
    ] as const) {
      await clientOver(scripted(() => ({ status })).send).exchange(bulk(user('c')), 'c')
      expect([status, left().unknown.at(-1)?.answered !== undefined]).toEqual([status, isTold])
    }
  })

  it('forgets what a DELETE in it took away, by path or by reference', async () => {
    const { send, sent } = scripted(({ method, body }) => {
      if (method === 'GET') return { status: 200, body: { userName: `${TAG}-a` } }
      if (!body?.includes('DELETE')) return answered(made('a', '1'))
      const gone = { method: 'DELETE', location: 'http://t/scim/Users/1', status: '204' }
      return answered(gone, made('b', '2'), { method: 'DELETE', status: '204' })
    })
    const client = clientOver(send)
    await client.exchange(bulk(user('a')), 'c')
    const away = { method: 'DELETE', path: '/Users/1' }
    await client.exchange(bulk(away, user('b'), { method: 'DELETE', path: '/Users/bulkId:b' }), 'c')
    expect(left()).toMatchObject({ paths: [], unknown: [] })
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
  })

  it('believes no deletion that it is told of without its own credentials', async () => {
    const { send } = scripted(({ method, body }) => {
      if (method === 'GET') return { status: 200, body: { userName: `${TAG}-a` } }
      return body?.includes('DELETE')
        ? answered({ method: 'DELETE', status: '204' })
        : answered(made('a', '1'))
    })
    const client = clientOver(send)
    await client.exchange(bulk(user('a')), 'c')
    await client.exchange(bulk({ method: 'DELETE', path: '/Users/1' }), 'c', 'wrong')
    expect(left().paths).toEqual(['/Users/1'])
  })

  it('writes to nothing that it was given in bulk and that is somebody else', async () => {
    const { send, sent } = scripted(({ method }) =>
      method === 'POST' ? answered(made('a', '7')) : { status: 200, body: { id: '7', userName: 'kari' } },
    )
    const client = clientOver(send)
    await client.exchange(bulk(user('a')), 'c')
    const writes: ScimRequest[] = [
      { method: 'DELETE', path: '/Users/7' },
      bulk({ method: 'DELETE', path: '/Users/7' }),
      bulk({ method: 'PATCH', path: '/Users/7?attributes=id', data: {} }),
      bulk({ method: 'POST', path: '/Users', data: { userName: TAG, manager: { value: '7' } } }),
    ]
    for (const write of writes)
      await expect(client.exchange(write, 'c')).rejects.toThrow(/does not carry the run's mark/)
    expect(sent.filter(({ method }) => method !== 'GET')).toHaveLength(1)
    const swept = await sweep(journalFile(out, 'cl2345'), client)
    expect(swept.left).toEqual([{ path: '/Users/7', answer: expect.stringContaining('/Users/7') }])
  })

  it('sends nothing at all where one create carries no mark', async () => {
    const { send, sent } = scripted(() => answered())
    const nobody = { method: 'POST', path: '/Users', bulkId: 'x', data: { userName: 'kari' } }
    await expect(clientOver(send).exchange(bulk(user('a'), nobody), 'c')).rejects.toThrow(GuardRefusal)
    expect(sent).toEqual([])
    expect(left().unknown).toEqual([])
  })
})

describe('sending', () => {
  it('waits as 429 says and sends again', async () => {
    const { send, sent } = scripted((_, n) =>
      n < 3 ? { status: 429, headers: { 'Retry-After': '0' } } : { status: 200, body: {} },
    )
    const { exchange } = await clientOver(send).exchange({ method: 'GET', path: '/Users' }, 'c')
    expect(exchange.response?.status).toBe(200)
    expect(sent).toHaveLength(3)
  })

  it('gives 429 up when it is told to wait for too long', async () => {
    const { send, sent } = scripted(() => ({ status: 429, headers: { 'Retry-After': '3600' } }))
    const { exchange } = await clientOver(send).exchange({ method: 'GET', path: '/Users' }, 'c')
    expect(exchange.response?.status).toBe(429)
    expect(sent).toHaveLength(1)
  })

  it('uses its own credentials, none, or wrong ones of the same kind', async () => {
    const { send, sent } = scripted(() => ({ status: 200, body: {} }))
    const client = clientOver(send)
    const seen = [await client.exchange({ method: 'GET', path: '/a' }, 'c')]
    seen.push(
      await client.exchange({ method: 'GET', path: '/a' }, 'c', 'none'),
      await client.exchange({ method: 'GET', path: '/a' }, 'c', 'wrong'),
    )
    expect(sent.map(({ headers }) => [headers.authorization, headers['x-key']])).toEqual([
      ['Bearer the-token', 'k'],
      [undefined, undefined],
      ['Bearer not-issued-by-anybody', 'not-issued-by-anybody'],
    ])
    expect(seen.map(({ exchange }) => exchange.credentials)).toEqual([undefined, 'none', 'wrong'])
    expect(JSON.stringify(seen.map(({ exchange }) => exchange))).not.toContain('the-token')
  })

  it('shows a placeholder for an identity number and sends the number itself', async () => {
    const { nationalId } = createPeople('5', 'cl2345').person(1)
    const { send, sent } = scripted(({ body }) => ({
      status: body ? 201 : 200,
      body: body ? (JSON.parse(body) as Json) : { userName: `${TAG}-a` },
    }))
    const client = clientOver(send)
    const { exchange } = await client.exchange(
      { ...create, body: { ...create.body, id: '1', number: nationalId } },
      'c',
    )
    const shown = member(exchange.response?.body, 'number') as string
    expect(shown).toMatch(/^\[identity-number-/)
    await client.exchange({ method: 'PUT', path: '/Users/1', body: { number: shown } }, 'c')
    const writes = sent.filter(({ method }) => method !== 'GET')
    expect(writes.map(({ body }) => body?.includes(nationalId))).toEqual([true, true])
  })

  it('keeps nothing of resources that the run did not make', async () => {
    const resources = [
      { id: '1', schemas: ['u'], userName: 'Kari Nordmann', meta: { resourceType: 'User' } },
      { id: '2', userName: `${TAG}-x`, title: 'Ours' },
    ]
    const { send } = scripted(() => ({ status: 200, body: { totalResults: 2, Resources: resources } }))
    const { exchange } = await clientOver(send).exchange({ method: 'GET', path: '/Users' }, 'c')
    expect(member(exchange.response?.body, 'Resources')).toEqual([
      { id: '1', schemas: ['u'], meta: { resourceType: 'User' }, [FOREIGN]: true },
      resources[1],
    ])
    expect(JSON.stringify(exchange)).not.toContain('Nordmann')
  })

  it('keeps nothing of them either where a bulk result shows one', async () => {
    const stranger = { id: '1', schemas: ['u'], userName: 'Kari Nordmann' }
    const Operations = [
      { status: '200', response: stranger },
      { status: '404', response: { status: '404' } },
    ]
    const { send } = scripted(() => ({ status: 200, body: { Operations } }))
    const request: ScimRequest = { method: 'POST', path: '/Bulk', body: { Operations: [] } }
    const { exchange } = await clientOver(send).exchange(request, 'c')
    expect(member(exchange.response?.body, 'Operations')).toEqual([
      { status: '200', response: { id: '1', schemas: ['u'], [FOREIGN]: true } },
      Operations[1],
    ])
    expect(JSON.stringify(exchange)).not.toContain('Nordmann')
  })

  it('can be looked at when there is time, and is what it would have been at once', async () => {
    const body = { id: '7', userName: `${TAG}-a`, title: 'a "quoted" the-token' }
    const waiting: (() => Exchange)[] = []
    const { send } = scripted(() => ({ status: 200, body }))
    const client = clientOver(send, {
      onAnswered: (observed) => void waiting.push(() => observed().exchange),
    })
    const later = await client.exchange({ method: 'GET', path: '/Users/7' }, 'c')
    const seen = waiting.map((look) => look())
    expect(seen.map(({ id }) => id)).toEqual([later.id])
    expect(seen[0]).toBe(later.exchange)
    expect(seen[0]?.response?.body).toEqual({ ...body, title: 'a "quoted" [secret]' })
    expect(JSON.stringify(seen)).not.toContain('the-token')
  })

  it('hands on a body to the letter only where nothing in it is hidden or cut, and nothing of somebody else\u2019s', async () => {
    const own = { id: '7', userName: `${TAG}-a` }
    const list = { totalResults: 1, Resources: [{ id: '8', userName: 'kari' }] }
    const texts = {
      plain: `{ "id":"7", "userName":"${TAG}-a" }`,
      secret: JSON.stringify({ ...own, title: 'the-token' }),
      long: JSON.stringify({ ...own, title: 'x'.repeat(100_000) }),
      foreign: JSON.stringify(list),
      lines: JSON.stringify(own, null, 2),
      none: 'not found',
    }
    const seen = new Map<string, string | undefined>()
    for (const [name, text] of Object.entries(texts)) {
      const { send } = scripted(() => ({ status: 200, text }))
      const client = clientOver(send, { onAnswered: (observed) => void seen.set(name, observed().json) })
      await client.exchange({ method: 'GET', path: '/Users/7' }, 'c')
    }
    const masked = { totalResults: 1, Resources: [{ id: '8', [FOREIGN]: true }] }
    expect([...seen].filter(([, json]) => json !== undefined)).toEqual([
      ['plain', texts.plain],
      ['foreign', JSON.stringify(masked)],
    ])
  })

  it('takes JSON that is too deep for text', async () => {
    const { send } = scripted(() => ({ status: 200, text: '['.repeat(5_000) + ']'.repeat(5_000) }))
    const { exchange } = await clientOver(send).exchange({ method: 'GET', path: '/Users' }, 'c')
    expect(exchange.response?.body).toBeUndefined()
  })
})

describe('sweeping', () => {
  it('looks for what nobody knows of, page by page where filters fail, and removes exact matches only', async () => {
    await journal.intent('/Users', { userName: `${TAG}-a` })
    const people = [
      { id: '1', userName: `${TAG}-ab` },
      { id: '2', userName: `${TAG}-A`.toLowerCase() },
      { id: '3', userName: 'kari' },
    ]
    const { send, sent } = scripted(({ method, url }) => {
      if (method === 'DELETE') return { status: 204 }
      if (url.includes('filter=')) return { status: 400 }
      if (url.endsWith('/Users/2')) return { status: 200, body: people[1] as Json }
      const start = Number(new URL(url).searchParams.get('startIndex'))
      return { status: 200, body: { totalResults: 3, Resources: people.slice(start - 1, start) } }
    })
    const swept = await sweep(journalFile(out, 'cl2345'), clientOver(send))
    expect(swept).toEqual({ removed: 1, left: [] })
    expect(sent.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
      'http://t/scim/Users/2',
    ])
  })

  describe('what no search finds, where the target may show its writes late', () => {
    const nothing = () => scripted(() => ({ status: 200, body: { totalResults: 0, Resources: [] } }))
    const SETTLE = 400
    /** Milliseconds from the search for it to the look at every page. */
    const waited = async (settle: number) => {
      const times: number[] = []
      const { send, sent } = nothing()
      const timed: Transport = (request) => {
        times.push(performance.now())
        return send(request)
      }
      await sweep(journalFile(out, 'cl2345'), clientOver(timed), settle)
      expect(sent.slice(0, 2).map(({ url }) => url)).toEqual([
        expect.stringContaining('filter='),
        expect.stringContaining('startIndex=1'),
      ])
      return (times[1] as number) - (times[0] as number)
    }

    it.each([
      ['no answer', false, () => Promise.reject(new TransportFailure('timeout', 'late'))],
      ['a gateway that waits no longer', false, scripted(() => ({ status: 504 })).send],
      ['an answer that it was only accepted', false, scripted(() => ({ status: 202 })).send],
      ['an answer that has only just come', true, scripted(() => ({ status: 201 })).send],
    ] satisfies [string, boolean, Transport][])('is waited for after %s', async (_, isTold, send) => {
      await clientOver(send).exchange(create, 'c')
      expect(left().unknown.map(({ answered }) => answered !== undefined)).toEqual([isTold])
      expect(await waited(SETTLE)).toBeGreaterThan(SETTLE / 2)
    })

    it('is not waited for where the answer came long enough ago', async () => {
      const minute = 60_000
      const n = await journal.intent('/Users', { userName: `${TAG}-a` })
      const answered = { entry: 'answered', n, at: Date.now() - minute }
      appendFileSync(journalFile(out, 'cl2345'), `${JSON.stringify(answered)}\n`)
      expect(await waited(minute)).toBeLessThan(minute / 2)
    })

    it('is waited for no longer than without a word, whatever the clock says', async () => {
      const n = await journal.intent('/Users', { userName: `${TAG}-a` })
      const answered = { entry: 'answered', n, at: Date.now() + 60_000 }
      appendFileSync(journalFile(out, 'cl2345'), `${JSON.stringify(answered)}\n`)
      expect(await waited(SETTLE)).toBeGreaterThan(SETTLE / 2)
    })
  })

  it('names what is at no clear place, and goes on', async () => {
    const [a, b] = [await journal.intent('/Users', {}), await journal.intent('/Users', {})]
    journal.made(a, '/Users/..')
    journal.made(b, '/Users/2')
    const { send } = scripted(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { status: 200, body: { userName: TAG } },
    )
    const swept = await sweep(journalFile(out, 'cl2345'), clientOver(send))
    expect(swept).toEqual({ removed: 1, left: [{ path: '/Users/..', answer: expect.any(String) }] })
  })

  it('says what it could not remove, and keeps the journal', async () => {
    const n = await journal.intent('/Users', { userName: `${TAG}-a` })
    journal.made(n, '/Users/1')
    const { send } = scripted(() => ({ status: 403 }))
    const swept = await sweep(journalFile(out, 'cl2345'), clientOver(send))
    expect(swept).toEqual({ removed: 0, left: [{ path: '/Users/1', answer: 'HTTP 403' }] })
    expect(left().paths).toEqual(['/Users/1'])
  })

  it('does not take silence for absence', async () => {
    await journal.intent('/Users', { userName: `${TAG}-a` })
    const down: Transport = () => Promise.reject(new TransportFailure('refused', 'nobody there'))
    const file = journalFile(out, 'cl2345')
    expect(await sweep(file, clientOver(down))).toEqual({
      removed: 0,
      left: [{ path: '/Users', answer: 'nobody there' }],
    })
    expect(await sweep(file, clientOver(scripted(() => ({ status: 503 })).send))).toMatchObject({
      left: [{ path: '/Users', answer: 'HTTP 503' }],
    })
    expect(left().unknown).toHaveLength(1)
  })

  /** One user that somebody else has, and those given, who can be searched for and deleted. */
  const keeper = (...mine: string[]) => {
    const people = new Map(mine.map((userName, n) => [String(n), { id: String(n), userName } as Json]))
    const members = [{ value: '0', display: `${TAG}-a` }]
    people.set('all', { id: 'all', displayName: 'Alle', userName: 'alle', members })
    const answers = scripted(({ method, url }) => {
      const { pathname, searchParams } = new URL(url)
      const id = pathname.split('/').at(-1) ?? ''
      if (method === 'DELETE') return { status: people.delete(id) ? 204 : 404 }
      if (id !== 'Users')
        return people.has(id) ? { status: 200, body: people.get(id) as Json } : { status: 404 }
      const [, sought = ''] = /"(.*)"/.exec(searchParams.get('filter') ?? '') ?? []
      const Resources = [...people.values()].filter((one) => String(member(one, 'userName')).includes(sought))
      return { status: 200, body: { totalResults: Resources.length, Resources } }
    })
    return { ...answers, people }
  }

  it('finds by the mark what was refused and made all the same, or made under another name', async () => {
    journal.refused(await journal.intent('/Users', { userName: `${TAG}-a` }))
    await journal.intent('/Users', { userName: `${TAG}-b` })
    const { send, people } = keeper(`${TAG}-a`, `${TAG}-renamed`, 'st-cl23456-c')
    expect(await sweep(journalFile(out, 'cl2345'), clientOver(send))).toEqual({ removed: 2, left: [] })
    expect([...people.keys()]).toEqual(['2', 'all'])
  })

  it.each([200, 400])(
    'names what is said to be deleted and is not, where a search is answered %i',
    async (status) => {
      const n = await journal.intent('/Users', { userName: `${TAG}-a` })
      journal.made(n, '/Users/0')
      journal.gone('/Users/0')
      const { send: honest, people } = keeper(`${TAG}-a`)
      const send: Transport = (request) =>
        request.method === 'DELETE'
          ? Promise.resolve({ status: 204, headers: [], body: new Uint8Array() })
          : status === 400 && request.url.includes('filter=')
            ? Promise.resolve({ status, headers: [], body: new Uint8Array() })
            : honest(request)
      const swept = await sweep(journalFile(out, 'cl2345'), clientOver(send))
      expect(swept).toEqual({
        removed: 0,
        left: [{ path: '/Users/0', answer: expect.stringContaining('deleted') }],
      })
      expect(left().gone).toEqual(['/Users/0'])
      expect(people.size).toBe(2)
    },
  )

  it('waits for a target that shows late what it has made', async () => {
    await journal.intent('/Users', { userName: `${TAG}-a` })
    const { send: whole, people } = keeper(`${TAG}-a`)
    const from = performance.now() + 150
    const send: Transport = (request) =>
      request.url.includes('filter=') && performance.now() < from
        ? scripted(() => ({ status: 200, body: { totalResults: 0, Resources: [] } })).send(request)
        : whole(request)
    const swept = await sweep(journalFile(out, 'cl2345'), clientOver(send), 300)
    expect(swept).toEqual({ removed: 1, left: [] })
    expect([...people.keys()]).toEqual(['all'])
  })
})
