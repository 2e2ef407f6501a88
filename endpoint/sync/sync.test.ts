import { describe, expect, it } from 'vitest'
import { type JsonObject, URN } from '#scim'
import { Client, startEndpoint } from '../client.sample.ts'
import type { Endpoint } from '../endpoint.ts'
import { ADMIN_PATH, SYNC_PATH } from './settings.ts'

const ORG = '5c14a7e5-0000-4000-8000-00000000000c'
const BASE = `${SYNC_PATH}/${ORG}/saker`

interface Page {
  readonly events: readonly {
    readonly id: string
    readonly changeType: string
    readonly timestamp: string
    readonly requiresSeparateFetch?: boolean
    readonly resource: JsonObject | null
  }[]
  readonly syncToken: string
  readonly hasMore: boolean
}

/** A target system, and the SCIM side that it hears of. */
class Reader {
  readonly endpoint: Endpoint
  readonly scim: Client

  constructor(token?: string) {
    const sync = { fiksOrgId: ORG, maalSystem: 'saker', ...(token ? { token } : {}) }
    this.endpoint = startEndpoint({ sync })
    this.scim = new Client(this.endpoint)
  }

  send(path: string, method = 'GET', body?: object, headers: Record<string, string> = {}) {
    const sent = body ? { body: JSON.stringify(body) } : {}
    const answer = this.endpoint.sync({ method, path, headers, ...sent })
    return { status: answer?.status, body: answer?.body === undefined ? undefined : JSON.parse(answer.body) }
  }

  page(stream: string, query: Record<string, string | number> = {}): Page {
    const text = new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, String(v)]))
    return this.send(`${BASE}/${stream}?${text}`).body
  }

  code(stream: string, syncToken?: string) {
    const { status, body } = this.send(`${BASE}/${stream}${syncToken ? `?syncToken=${syncToken}` : ''}`)
    return [status, body?.errorCode]
  }

  admin(action: string, body?: object) {
    return this.send(`${ADMIN_PATH}/${action}`, 'POST', body).status
  }
}

const NUMBER = '19918347871'
const kinds = ({ events }: Page) => events.map(({ changeType }) => changeType)

describe('the Sync API', () => {
  it('tells of everybody once, at the last change, and then of what changes', () => {
    const reader = new Reader()
    const [kari, ola] = [reader.scim.user('kari'), reader.scim.user('ola')]
    reader.scim.patch(kari, { op: 'replace', path: 'title', value: 'Lege' })
    const all = reader.page('brukere')
    expect(all.events.map(({ id }) => id)).toEqual([ola.id, kari.id])
    expect(all.events[1]?.resource).toMatchObject({ id: kari.id, userName: 'kari', title: 'Lege' })
    expect(all.hasMore).toBe(false)
    const none = reader.page('brukere', { syncToken: all.syncToken })
    expect([none.events, none.hasMore]).toEqual([[], false])
    reader.scim.send('DELETE', `/Users/${ola.id}`)
    const [gone] = reader.page('brukere', { syncToken: none.syncToken }).events
    expect(gone).toMatchObject({ id: ola.id, changeType: 'delete', resource: null })
  })

  it('goes on after a short page with what is left', () => {
    const reader = new Reader()
    for (const name of ['a', 'b', 'c']) reader.scim.user(name)
    const first = reader.page('brukere', { limit: 2 })
    const second = reader.page('brukere', { limit: 2, syncToken: first.syncToken })
    expect([first.events.length, first.hasMore, second.events.length, second.hasMore]).toEqual([
      2,
      true,
      1,
      false,
    ])
  })

  it('tells of a number that came by SCIM, and of one that was entered by hand', () => {
    const reader = new Reader()
    const kari = reader.scim.user('kari', {
      schemas: [URN.user, URN.fiksPerson],
      [URN.fiksPerson]: { foedselsnummer: NUMBER },
    })
    const ola = reader.scim.user('ola')
    const { events, syncToken } = reader.page('brukere')
    expect(events[0]?.resource).toMatchObject({ id: kari.id, fiks: { identityNumber: NUMBER } })
    expect(events[1]?.resource).not.toHaveProperty('fiks')
    expect(reader.admin('identity-number', { id: ola.id, identityNumber: NUMBER })).toBe(204)
    const [later] = reader.page('brukere', { syncToken }).events
    expect(later).toMatchObject({
      id: ola.id,
      changeType: 'sync',
      resource: { fiks: { identityNumber: NUMBER } },
    })
  })

  it('leaves the members of large groups to a request of their own', () => {
    const reader = new Reader()
    const users = ['a', 'b', 'c'].map((name) => reader.scim.user(name))
    const group = reader.scim.group('Leger', users)
    expect(reader.page('grupper', { maxGroupSize: 2 }).events).toMatchObject([
      { id: group.id, requiresSeparateFetch: true, resource: null },
    ])
    expect(reader.page('grupper').events).toMatchObject([
      { requiresSeparateFetch: false, resource: { displayName: 'Leger' } },
    ])
    const { body } = reader.send(`${BASE}/gruppe/${group.id}`)
    expect(body.members).toEqual(users.map(({ id }) => ({ value: id, type: 'User' })))
  })

  it('tells of a group that somebody left by being deleted', () => {
    const reader = new Reader()
    const kari = reader.scim.user('kari')
    reader.scim.group('Leger', [kari])
    const { syncToken } = reader.page('grupper')
    reader.scim.send('DELETE', `/Users/${kari.id}`)
    expect(reader.page('grupper', { syncToken }).events).toMatchObject([{ resource: { members: [] } }])
  })

  it.each([
    ['a token of the other stream', (r: Reader) => r.code('grupper', r.page('brukere').syncToken)],
    ['an altered one', (r: Reader) => r.code('brukere', r.page('brukere').syncToken.replace(/.$/, 'x'))],
    ['none at all', (r: Reader) => r.code('brukere', 'abc')],
  ])('refuses %s', (_, code) => {
    expect(code(new Reader())).toEqual([400, 'INVALID_TOKEN_FORMAT'])
  })

  it('does not know the tokens of an earlier start any more', () => {
    const syncOf = (ids: string) => {
      let count = 0
      const options = { sync: { fiksOrgId: ORG, maalSystem: 'saker' }, newId: () => `${ids}-${++count}` }
      return startEndpoint(options)
    }
    const first = syncOf('a').sync({ method: 'GET', path: `${BASE}/brukere`, headers: {} })
    const { syncToken } = JSON.parse(first?.body ?? '') as Page
    const later = syncOf('b').sync({
      method: 'GET',
      path: `${BASE}/brukere?syncToken=${syncToken}`,
      headers: {},
    })
    expect([later?.status, JSON.parse(later?.body ?? '').errorCode]).toEqual([410, 'TOKEN_EXPIRED'])
  })

  it.each([
    ['full-resync', 'FULL_RESYNC_REQUESTED'],
    ['token-expired', 'TOKEN_EXPIRED'],
    ['source-changed', 'SOURCE_CHANGED'],
  ])('answers old tokens with 410 after %s', (action, code) => {
    const reader = new Reader()
    const kari = reader.scim.user('kari')
    const { syncToken } = reader.page('brukere')
    expect(reader.admin(action)).toBe(204)
    expect(reader.code('brukere', syncToken)).toEqual([410, code])
    const [event] = reader.page('brukere').events
    expect(event?.id === kari.id).toBe(action !== 'source-changed')
    expect(reader.send(`${BASE}/bruker/${encodeURIComponent(event?.id ?? '')}`).status).toBe(200)
  })

  it('keeps a tombstone until the cleaning up is confirmed, however often that is', () => {
    const reader = new Reader()
    const place = `${SYNC_PATH}/saker/organisasjoner`
    const kept = { oppryddingsstrategi: 'BEHOLD_NOEN', beholdBrukerIder: ['x'] }
    expect(reader.admin('disconnect', kept)).toBe(204)
    expect(reader.code('grupper')).toEqual([410, 'SOURCE_DISCONNECTED'])
    expect(reader.send(place).body).toEqual([ORG])
    expect(reader.send(`${place}/${ORG}/frakoblet`).body).toMatchObject({
      fiksOrgId: ORG,
      ...kept,
      beholdGruppeIder: [],
    })
    const confirm = () => reader.send(`${place}/${ORG}/frakoblet`, 'DELETE').status
    expect([confirm(), confirm()]).toEqual([204, 204])
    expect(reader.send(place).body).toEqual([])
    expect(reader.send(`${place}/${ORG}/frakoblet`).status).toBe(404)
    expect(reader.code('brukere')).toEqual([404, 'SOURCE_NOT_CONFIGURED'])
    expect(reader.admin('connect')).toBe(204)
    expect(reader.send(`${BASE}/brukere`).status).toBe(200)
  })

  it.each([
    [`${SYNC_PATH}/no-uuid/saker/brukere`, 400],
    [`${SYNC_PATH}/${ORG}/andre/brukere`, 404],
    [`${SYNC_PATH}/andre/organisasjoner`, 404],
    [`${BASE}/brukere?limit=0`, 400],
    [`${BASE}/brukere?limit=1001`, 400],
    [`${BASE}/bruker/ukjent`, 404],
    [`${BASE}/alle`, 404],
    [`${ADMIN_PATH}/disconnect`, 405],
    [`${BASE}/%E0%A4%A`, 400],
  ])('answers %s with %i in the error model of Fiks', (path, status) => {
    const answer = new Reader().send(path)
    expect(answer).toMatchObject({ status, body: { status, message: expect.any(String) } })
    expect(Object.keys(answer.body)).toEqual(
      expect.arrayContaining(['timestamp', 'error', 'errorId', 'path', 'originalPath']),
    )
  })

  it('wants its own token, and no other', () => {
    const reader = new Reader('own')
    const status = (authorization?: string) =>
      reader.send(`${BASE}/brukere`, 'GET', undefined, authorization ? { authorization } : {}).status
    expect([status(), status('Bearer a-token'), status('Bearer own')]).toEqual([401, 401, 200])
    expect(reader.admin('full-resync')).toBe(401)
  })

  it('leaves alone what lies elsewhere', () => {
    expect(new Reader().endpoint.sync({ method: 'GET', path: '/token', headers: {} })).toBeUndefined()
  })

  it('writes down no sync token where it tells of an error', () => {
    const { body } = new Reader().send(`${BASE}/brukere?syncToken=secret-place`)
    expect(JSON.stringify(body)).not.toContain('secret-place')
  })

  it('says what it knows of a kept state, too', () => {
    const before = new Reader()
    before.scim.user('kari')
    const sync = { fiksOrgId: ORG, maalSystem: 'saker' }
    const again = startEndpoint({ sync, state: before.endpoint.state() })
    const answer = again.sync({ method: 'GET', path: `${BASE}/brukere`, headers: {} })
    expect(kinds(JSON.parse(answer?.body ?? '') as Page)).toEqual(['sync'])
  })
})
