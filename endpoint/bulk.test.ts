import { describe, expect, it } from 'vitest'
import { type JsonObject, URN } from '#scim'
import { BASE, Client, groupBody, userBody } from './client.sample.ts'

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

  it('gives up on circles and on what is not there', () => {
    expect(statuses(bulk(new Client(), [group('a', 'b'), group('b', 'a')]))).toContain('409')
    expect(statuses(bulk(new Client(), [group('a', 'nothing')]))).toEqual(['409'])
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
    expect(bulk(c, [{}]).status).toBe(400)
    const many = bulk(
      c,
      Array.from({ length: 1001 }, (_, i) => user(`u${i}`)),
    )
    expect(many).toMatchObject({ status: 413, body: { detail: expect.stringContaining('1000') } })
    expect(c.get('/Users').body.totalResults).toBe(0)
  })
})
