import { Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEndpoint } from '#endpoint'
import { URN } from '#scim'
import { type Served, serve } from './server.ts'

const agent = new Agent()
let served: Served

beforeAll(async () => {
  served = await serve({
    endpoint: createEndpoint({ base: 'http://127.0.0.1/scim/v2' }),
    port: 0,
    limit: 2_000,
  })
})
afterAll(async () => {
  await agent.close()
  await served.close()
})

type Method = 'GET' | 'POST' | 'PATCH'

async function send(method: Method, path: string, body?: string, headers: Record<string, string> = {}) {
  const answer = await request(`${served.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }), ...headers },
    dispatcher: agent,
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.body.text()
  return {
    status: answer.statusCode,
    headers: answer.headers,
    json: text === '' ? undefined : JSON.parse(text),
  }
}

const user = (userName: string) => JSON.stringify({ schemas: [URN.user], userName })

describe('server', () => {
  it('carries requests and answers as they are', async () => {
    const created = await send('POST', '/Users', user('Kåre'))
    expect(created).toMatchObject({ status: 201, json: { userName: 'Kåre' } })
    expect(created.headers['content-type']).toBe('application/scim+json')
    expect(created.headers['x-powered-by']).toBeUndefined()
    const found = await send('GET', `/Users?filter=${encodeURIComponent('userName eq "kåre"')}`)
    expect(found.json.totalResults).toBe(1)
  })

  it('takes other media types for the endpoint to refuse', async () => {
    expect((await send('POST', '/Users', user('per'), { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it.each([
    ['GET', '/Users/%E0%A4%A', undefined, 400],
    ['GET', '/Nothing', undefined, 404],
    ['POST', '/Users', '{', 400],
    ['POST', '/Users', `{"x":"${'x'.repeat(3_000)}"}`, 413],
    ['PATCH', '/', '{}', 405],
  ] as const)('answers %s %s with a SCIM error', async (method, path, body, status) => {
    const answer = await send(method, path, body)
    expect(answer).toMatchObject({ status, json: { schemas: [URN.error], status: String(status) } })
    expect(answer.headers['content-type']).toBe('application/scim+json')
  })

  it.each(['/', '/scim/v22/Users', '/scim'])('has nothing at %s', async (path) => {
    const answer = await request(new URL(path, served.url), { dispatcher: agent })
    expect([answer.statusCode, await answer.body.json()]).toMatchObject([404, { schemas: [URN.error] }])
  })

  it('refuses a coding and a charset it does not know without HTML', async () => {
    const coded = await send('POST', '/Users', user('x'), { 'content-encoding': 'zip' })
    expect(coded).toMatchObject({ status: 415, json: { status: '415' } })
    const foreign = await send('POST', '/Users', user('x'), {
      'content-type': 'application/json; charset=klingon',
    })
    expect(foreign).toMatchObject({ status: 415, json: { status: '415' } })
  })
})
