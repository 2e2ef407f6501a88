import { describe, expect, it } from 'vitest'
import { type JsonObject, URN } from '#scim'
import { BASE, type Body, Client, groupBody, userBody } from './client.sample.ts'

const bulk = (c: Client, Operations: JsonObject[], more: JsonObject = {}) =>
  c.send('POST', '/Bulk', { schemas: [URN.bulkRequest], Operations, ...more })
const user = (bulkId: string, userName = bulkId) => ({
  method: 'POST',
  path: '/Users',
  bulkId,
  data: userBody(userName),
})
const group = (bulkId: string, ...members: string[]) => ({
  method: 'POST',
  path: '/Groups',
  bulkId,
  data: { ...groupBody(bulkId), members: members.map((value) => ({ value: `bulkId:${value}` })) },
})
const statuses = ({ body }: ReturnType<typeof bulk>) => body.Operations.map(({ status }) => status)

describe('bulk', () => {
  it('creates and refers, forwards as well', () => {
    const c = new Client()
    const answer = bulk(c, [group('staff', 'kari'), user('kari')])
    expect(answer.body.schemas).toEqual([URN.bulkResponse])
    expect(statuses(answer)).toEqual(['201', '201'])
    const [staff] = answer.body.Operations
    expect(staff).toEqual({
      method: 'POST',
      bulkId: 'staff',
      version: 'W/"1"',
      location: expect.stringContaining(`${BASE}/Groups/`),
      status: '201',
    })
    expect(c.get('/Groups').body.Resources[0]?.members[0]?.display).toBe('kari')
  })

  it('writes and deletes, by reference too', () => {
    const c = new Client()
    const { id } = c.user('ola')
    const answer = bulk(c, [
      user('kari'),
      { method: 'PUT', path: '/Users/bulkId:kari', data: userBody('kari2') },
      { method: 'DELETE', path: `/Users/${id}` },
    ])
    expect(statuses(answer)).toEqual(['201', '200', '204'])
    expect(c.names('/Users')).toEqual(['kari2'])
  })

  it('goes on after errors, as long as it may', () => {
    const operations = [user('a', 'x'), user('b', 'x'), user('c', 'x'), user('d', 'y')]
    expect(statuses(bulk(new Client(), operations))).toEqual(['201', '409', '409', '201'])
    const stopped = bulk(new Client(), operations, { failOnErrors: 1 })
    expect(statuses(stopped)).toEqual(['201', '409'])
    expect(stopped.body.Operations[1]).toMatchObject({ response: { scimType: 'uniqueness' } })
  })

  it('gives up on what is not there', () => {
    expect(statuses(bulk(new Client(), [group('a', 'nothing')]))).toEqual(['409'])
  })

  it('makes circles of references, and tells the versions at the end', () => {
    const c = new Client()
    const answer = bulk(c, [group('a', 'b'), user('kari'), group('b', 'c'), group('c', 'a', 'kari')])
    expect(statuses(answer)).toEqual(['201', '201', '201', '201'])
    const found = answer.body.Operations.map(({ location }) => c.get(String(location).slice(BASE.length)))
    const members = found.map(({ body }) => (body.members ?? []).map(({ display }) => display))
    expect(members).toEqual([['b'], [], ['c'], ['a', 'kari']])
    expect(answer.body.Operations.map(({ version }) => version)).toEqual(
      found.map(({ headers }, index) => (index === 1 ? 'W/"1"' : headers.etag)),
    )
  })

  it('makes a circle through the manager, and leaves the rest of the extension alone', () => {
    const c = new Client()
    const managed = (bulkId: string, manager: string) => ({
      ...user(bulkId),
      data: userBody(bulkId, {
        [URN.enterpriseUser]: { department: '', costCenter: '7', manager: { value: `bulkId:${manager}` } },
      }),
    })
    expect(statuses(bulk(c, [managed('a', 'b'), managed('b', 'a'), managed('c', 'c')]))).toEqual([
      '201',
      '201',
      '201',
    ])
    const [a, b, self] = c.get('/Users').body.Resources as [Body, Body, Body]
    expect(a[URN.enterpriseUser]).toMatchObject({ costCenter: '7', manager: { value: b.id } })
    expect(b[URN.enterpriseUser]).toMatchObject({ manager: { value: a.id } })
    expect(self[URN.enterpriseUser]).toMatchObject({ manager: { value: self.id } })
  })

  it('makes nothing of a circle of which a part cannot be made', () => {
    const c = new Client()
    const unnamed = { ...group('b', 'a'), data: { schemas: [URN.group], members: [{ value: 'bulkId:a' }] } }
    expect(statuses(bulk(c, [group('a', 'b'), unnamed, user('kari')]))).toEqual(['409', '400', '201'])
    expect(statuses(bulk(c, [group('a', 'a')]))).toEqual(['400'])
    expect(statuses(bulk(c, [group('a', 'b'), group('b', 'a', 'x')]))).toEqual(['409', '409'])
    expect(c.get('/Groups').body.totalResults).toBe(0)
  })

  it('takes a version for what it writes to, and tells the new one', () => {
    const c = new Client()
    const path = `/Users/${c.user('ola').id}`
    const put = (version: string) => ({ method: 'PUT', path, version, data: userBody('kari') })
    const answer = bulk(c, [put('W/"9"'), put('W/"1"'), { method: 'DELETE', path, version: 'W/"1"' }])
    expect(statuses(answer)).toEqual(['412', '200', '412'])
    expect(answer.body.Operations[1]).toEqual({
      method: 'PUT',
      version: 'W/"2"',
      location: `${BASE}${path}`,
      status: '200',
    })
  })

  it('says of what failed where it was, but for a POST', () => {
    const c = new Client()
    const missing = { method: 'PATCH', path: '/Users/nobody?attributes=id', data: {} }
    const [first, second] = bulk(c, [missing, { ...user('a'), data: {} }]).body.Operations
    expect(first).toMatchObject({ location: `${BASE}/Users/nobody`, response: { status: '404' } })
    expect(second).toMatchObject({ method: 'POST', bulkId: 'a', response: { status: '400' } })
    expect(second?.location).toBeUndefined()
  })

  it.each([
    [{ method: 'GET', path: '/Users' }],
    [{ method: 'POST', path: '/Users', data: {} }],
    [{ method: 'POST', path: '/Bulk', bulkId: 'a', data: {} }],
    [{ method: 'POST', path: '/Users/.search', bulkId: 'a', data: {} }],
    [{ method: 'DELETE', path: '/Users' }],
  ])('refuses %j', (operation) => {
    expect(statuses(bulk(new Client(), [operation]))).toEqual(['400'])
  })

  it('refuses messages that are none, or too large', () => {
    const c = new Client()
    expect(c.send('POST', '/Bulk', { Operations: [] }).status).toBe(400)
    expect(c.send('POST', '/Bulk', { schemas: [URN.bulkRequest] }).status).toBe(400)
    expect(bulk(c, []).status).toBe(400)
    expect(bulk(c, [{}]).status).toBe(400)
    expect(bulk(c, [user('a'), { method: 'POST', bulkId: 'b', data: {} }]).status).toBe(400)
    expect(bulk(c, [user('a'), user('a', 'b')]).status).toBe(400)
    for (const failOnErrors of [0, 1.5, '1']) expect(bulk(c, [user('a')], { failOnErrors }).status).toBe(400)
    const many = bulk(
      c,
      Array.from({ length: 1001 }, (_, i) => user(`u${i}`)),
    )
    expect(many).toMatchObject({ status: 413, body: { detail: expect.stringContaining('1000') } })
    const large = bulk(c, [{ ...user('a'), data: userBody('a', { title: 'x'.repeat(1_048_576) }) }])
    expect(large).toMatchObject({ status: 413, body: { detail: expect.stringContaining('1048576') } })
    expect(c.get('/Users').body.totalResults).toBe(0)
    expect(c.send('PUT', '/Bulk', {}).status).toBe(405)
  })
})
