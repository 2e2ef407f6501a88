import { mkdtempSync, rmSync } from 'node:fs'
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
import { type Json, member, type ScimRequest } from '#scim'
import { scripted } from '../bench/stub-transport.ts'

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

const clientOver = (transport: Transport) =>
  createClient({
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
    expect(made).toBe('/Users/a%20b%2Fc')
    expect(left()).toMatchObject({ paths: ['/Users/a%20b%2Fc'], unknown: [] })
    await expect(client.exchange({ method: 'DELETE', path: '/Users/other' }, 'c')).rejects.toThrow(
      GuardRefusal,
    )
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

  it('says what it could not remove, and keeps the journal', async () => {
    const n = await journal.intent('/Users', { userName: `${TAG}-a` })
    journal.made(n, '/Users/1')
    const { send } = scripted(() => ({ status: 403 }))
    const swept = await sweep(journalFile(out, 'cl2345'), clientOver(send))
    expect(swept).toEqual({ removed: 0, left: [{ path: '/Users/1', answer: 'HTTP 403' }] })
    expect(left().paths).toEqual(['/Users/1'])
  })
})
