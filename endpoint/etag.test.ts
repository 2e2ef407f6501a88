import { describe, expect, it } from 'vitest'
import { Client, userBody } from './client.sample.ts'

describe('entity tags', () => {
  it('spare a client what it has', () => {
    const c = new Client()
    const { id, meta } = c.user('kari')
    const answer = c.get(`/Users/${id}`, { 'If-None-Match': `"x", ${meta.version}` })
    expect([answer.status, answer.hasBody, answer.headers.etag]).toEqual([304, false, meta.version])
    expect(c.get(`/Users/${id}`, { 'If-None-Match': 'W/"x"' }).status).toBe(200)
  })

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('keep %s from an outdated state', (method) => {
    const c = new Client()
    const { id, meta } = c.user('kari')
    const body = method === 'DELETE' ? undefined : userBody('ola')
    c.send('PUT', `/Users/${id}`, userBody('ola'), { 'If-Match': meta.version })
    expect(c.send(method, `/Users/${id}`, body, { 'If-Match': meta.version }).status).toBe(412)
    expect(c.get(`/Users/${id}`).body.userName).toBe('ola')
  })

  it('are all matched by a star', () => {
    const c = new Client()
    expect(c.send('PUT', `/Users/${c.user('kari').id}`, userBody('ola'), { 'If-Match': '*' }).status).toBe(
      200,
    )
  })
})
