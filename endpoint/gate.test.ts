import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { Client, startEndpoint, TOKEN, userBody } from './client.sample.ts'

const body = JSON.stringify(userBody('kari'))
const posted = (headers: Record<string, string>) =>
  startEndpoint().handle({
    method: 'POST',
    path: '/Users',
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    body,
  })

describe('the token', () => {
  it.each([
    [{}],
    [{ authorization: 'Bearer wrong' }],
    [{ authorization: `Basic ${TOKEN}` }],
    [{ authorization: TOKEN }],
  ])('%j is refused with 401', (headers: Record<string, string>) => {
    const answer = startEndpoint().handle({ method: 'GET', path: '/Users', headers })
    expect(answer.status).toBe(401)
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /)
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ schemas: [URN.error], status: '401' })
  })

  it('is not needed for the configuration, nor where there is none', () => {
    expect(
      startEndpoint().handle({ method: 'GET', path: '/ServiceProviderConfig', headers: {} }).status,
    ).toBe(200)
    expect(startEndpoint().handle({ method: 'GET', path: '/Schemas', headers: {} }).status).toBe(401)
  })

  it('comes behind a scheme in any case', () => {
    const headers = { authorization: `bearer ${TOKEN}` }
    expect(startEndpoint().handle({ method: 'GET', path: '/Users', headers }).status).toBe(200)
  })
})

describe('media types', () => {
  it.each([
    ['application/scim+json', 201],
    ['application/json', 201],
    ['application/scim+json; charset=utf-8', 201],
    ['application/json;charset="UTF-8"', 201],
    ['application/scim+json; charset=latin1', 415],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
  ])('Content-Type %s gives %i', (type, status) => {
    expect(posted({ 'content-type': type }).status).toBe(status)
  })

  it.each([
    ['application/scim+json', 201, 'application/scim+json'],
    ['application/json', 201, 'application/json'],
    ['application/json, application/scim+json;q=0.5', 201, 'application/scim+json'],
    ['*/*', 201, 'application/scim+json'],
    ['text/html', 406, 'application/scim+json'],
    ['application/scim+json;q=0, text/html', 406, 'application/scim+json'],
  ])('Accept %s gives %i', (accept, status, type) => {
    const answer = posted({ accept })
    expect([answer.status, answer.headers['content-type']]).toEqual([status, type])
  })
})

describe('addresses', () => {
  it.each([
    ['GET', '/Nothing', 404],
    ['GET', '/v9/Users', 404],
    ['GET', '/Users/a/b', 404],
    ['GET', '/users', 404],
    ['GET', '/Users/', 200],
    ['GET', '/Users/%', 400],
    ['GET', '/Users?filter=%E0%A4%A', 400],
    ['GET', '/Users/%E0', 400],
    ['GET', '/Me', 501],
    ['PUT', '/Users', 405],
    ['POST', '/Users/1', 405],
    ['PATCH', '/', 405],
    ['DELETE', '/.search', 405],
    ['GET', '/Bulk', 405],
    ['PUT', '/constructor', 404],
  ] as const)('%s %s gives %i with a SCIM body', (method, path, status) => {
    const answer = new Client().send(method, path, method === 'GET' || method === 'DELETE' ? undefined : {})
    expect(answer.status).toBe(status)
    if (status !== 200) expect(answer.body).toMatchObject({ schemas: [URN.error], status: String(status) })
  })

  it('say which methods there are', () => {
    expect(new Client().send('PUT', '/Users', {}).headers.allow).toBe('GET, POST')
  })
})

it('a fault is a 500 with a SCIM body, and told', () => {
  const faults: unknown[] = []
  const deviation = {
    id: 'x',
    title: 'x',
    kind: 'defect',
    kernel: () => ({
      project: () => {
        throw new Error('broken')
      },
    }),
  } as const
  const c = new Client(startEndpoint({ deviations: [deviation], onFault: (error) => faults.push(error) }))
  expect(c.send('POST', '/Users', userBody('kari'))).toMatchObject({ status: 500, body: { status: '500' } })
  expect(faults).toHaveLength(1)
})
