import { describe, expect, it } from 'vitest'
import { type Transport, TransportFailure, type WireRequest } from '#harness'
import { withPatience } from './patience.ts'

const TIMEOUT = 10_000
const request: WireRequest = { method: 'GET', url: 'http://127.0.0.1/Users', headers: {} }

/** A target with a clock of its own: each answer takes a moment, each silence the whole time limit. */
function target() {
  let clock = 0
  let silent = false
  let asked = 0
  const socket: Transport = async () => {
    asked++
    clock += silent ? TIMEOUT : 10
    if (silent) throw new TransportFailure('timeout', 'no complete answer')
    return { status: 200, headers: [], body: new Uint8Array() }
  }
  const send = withPatience(socket, { timeout: TIMEOUT, now: () => clock })
  const outcome = async () => {
    try {
      return String((await send(request)).status)
    } catch (error) {
      return (error as Error).message
    }
  }
  return {
    outcomes: async (n: number) => {
      const all: string[] = []
      for (let i = 0; i < n; i++) all.push(await outcome())
      return all
    },
    asked: () => asked,
    falls: (state: 'silent' | 'back') => {
      silent = state === 'silent'
    },
    passes: (ms: number) => {
      clock += ms
    },
  }
}

describe('a target that falls silent', () => {
  it('is waited for by twenty requests, and then asked now and then', async () => {
    const { outcomes, falls, asked } = target()
    await outcomes(3)
    falls('silent')
    const waited = await outcomes(20)
    expect(new Set(waited)).toEqual(new Set(['no complete answer']))
    const after = await outcomes(2_000)
    expect(after[0]).toBe('no complete answer')
    expect(after[1]).toMatch(/^not sent: the last 21 requests got no answer, for 210 s$/)
    expect(asked()).toBe(3 + 20 + 1)
  })

  it('costs no time any more', async () => {
    const { outcomes, falls, passes, asked } = target()
    falls('silent')
    await outcomes(20)
    const before = asked()
    for (let second = 0; second < 60; second++) {
      passes(1_000)
      await outcomes(1)
    }
    expect(asked() - before).toBeLessThanOrEqual(60 / 10)
  })

  it('and answers again is asked as before', async () => {
    const { outcomes, falls, passes } = target()
    falls('silent')
    await outcomes(40)
    falls('back')
    passes(TIMEOUT)
    expect(await outcomes(5)).toEqual(['200', '200', '200', '200', '200'])
  })

  it('for no longer than a restart takes is asked all the time', async () => {
    const { outcomes, falls } = target()
    falls('silent')
    await outcomes(5)
    falls('back')
    expect(await outcomes(1)).toEqual(['200'])
    falls('silent')
    expect(new Set(await outcomes(19))).toEqual(new Set(['no complete answer']))
  })

  it('is not taken to be silent because connections are cut, one after the other, at once', async () => {
    let cut = 0
    const send = withPatience(
      async () => {
        cut++
        throw new TransportFailure('reset', 'cut')
      },
      { timeout: TIMEOUT, now: () => 0 },
    )
    for (let i = 0; i < 100; i++) await expect(send(request)).rejects.toThrow('cut')
    expect(cut).toBe(100)
  })

  it('is not what a fault of our own is', async () => {
    const send = withPatience(async () => Promise.reject(new Error('ours')), { timeout: 0, now: () => 1 })
    for (let i = 0; i < 50; i++) await expect(send(request)).rejects.toThrow('ours')
  })
})
