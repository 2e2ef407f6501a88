import { describe, expect, it } from 'vitest'
import { BASE, Client, startEndpoint, userBody } from './client.sample.ts'

const client = () => new Client(startEndpoint({ me: 'integrasjon' }))

describe('/Me', () => {
  it('is the user that the token stands for, and Location tells where it lives', () => {
    const me = client().get('/Me')
    expect([me.status, me.body.userName]).toEqual([200, 'integrasjon'])
    expect(me.headers.location).toBe(`${BASE}/Users/${me.body.id}`)
    expect(me.body.meta.location).toBe(me.headers.location)
  })

  it('takes what the user itself takes', () => {
    const c = client()
    const put = c.send('PUT', '/Me', userBody('integrasjon', { title: 'Klient' }))
    expect([put.status, c.get('/Me').body.title]).toEqual([200, 'Klient'])
    expect([c.send('DELETE', '/Me').status, c.get('/Me').status]).toEqual([204, 404])
  })

  it('is not there for somebody without the token', () => {
    expect(client().get('/Me', { Authorization: 'Bearer wrong' }).status).toBe(401)
  })

  it('is not supported where the token stands for nobody', () => {
    expect(new Client().get('/Me').status).toBe(501)
  })
})
