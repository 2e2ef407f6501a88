import { describe, expect, it } from 'vitest'
import { Network } from './network.ts'

const GET = { method: 'GET', path: '/Users' } as const
const POST = { method: 'POST', path: '/Users' } as const

describe('the network', () => {
  it('lets everything through', () => {
    const network = new Network()
    expect([network.intercept(), network.isDown, network.loses(POST, 'person kari')]).toEqual([
      undefined,
      false,
      false,
    ])
  })

  it('breaks down after so many requests, until it recovers', () => {
    const network = new Network()
    network.breakDown(2, 503)
    const statuses = () => [1, 2, 3, 4].map(() => network.intercept()?.status)
    expect(network.isDown).toBe(false)
    expect(statuses()).toEqual([undefined, undefined, 503, 503])
    expect(network.isDown).toBe(true)
    network.recover()
    expect(statuses()).toEqual([undefined, undefined, undefined, undefined])
    expect(network.isDown).toBe(false)
  })

  it('may give no answer at all', () => {
    const network = new Network()
    network.breakDown(0, 0)
    expect(network.intercept()).toEqual({ status: 0, headers: {} })
  })

  it('asks for time, so many times, and says for how long', () => {
    const network = new Network()
    network.throttle(2, 30)
    expect(network.intercept()).toEqual({ status: 429, headers: { 'retry-after': '30' } })
    expect(network.intercept()?.status).toBe(429)
    expect(network.intercept()).toBeUndefined()
    network.throttle(1, undefined, 2)
    expect([1, 2, 3, 4].map(() => network.intercept())).toEqual([
      undefined,
      undefined,
      { status: 429, headers: {} },
      undefined,
    ])
  })

  it('loses the answer to one write about one object', () => {
    const network = new Network()
    network.loseAnswer('person kari')
    expect(network.loses(GET, 'person kari')).toBe(false)
    expect(network.loses(POST, 'person ola')).toBe(false)
    expect(network.loses(POST, 'person kari')).toBe(true)
    expect(network.loses(POST, 'person kari')).toBe(false)
  })

  it('delivers one write about one object twice', () => {
    const network = new Network()
    network.double('person kari')
    const doubled = [network.doubles(GET, 'person kari'), network.doubles(POST, 'person ola')]
    expect(doubled).toEqual([false, false])
    expect([network.doubles(POST, 'person kari'), network.doubles(POST, 'person kari')]).toEqual([
      true,
      false,
    ])
  })
})
