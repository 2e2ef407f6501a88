import { describe, expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { timeOf } from './end-of-session.ts'
import { createFaults, faultsOf } from './faults.ts'

const request = (method: string, path = '/Users/1') => ({ method, path, headers: {} })
const struck = (flags: string[], requests: ReturnType<typeof request>[]) =>
  requests.map(createFaults(faultsOf(flags)))

describe('--fault', () => {
  it('strikes every so manieth request of the kind that it can strike', () => {
    const get = request('GET')
    const put = request('PUT')
    expect(struck(['429/2'], [get, put, get, get])).toEqual([undefined, '429', undefined, '429'])
    expect(struck(['412/2'], [put, get, put])).toEqual([undefined, undefined, 'stale version'])
    expect(struck(['lost/2'], [request('POST', '/Users/.search'), put, get, put])).toEqual([
      undefined,
      undefined,
      undefined,
      'lost answer',
    ])
  })

  it('a revoked token stays revoked', () => {
    const get = request('GET')
    expect(struck(['401/2'], [get, get, get])).toEqual([undefined, '401', '401'])
  })

  it('one fault at a time, and each tenth where nothing is said', () => {
    const put = request('PUT')
    expect(struck(['500/2', '429/2'], [put, put])).toEqual([undefined, '500 after commit'])
    expect(faultsOf(['slow'])).toEqual([{ fault: 'slow', every: 10 }])
  })

  it.each(['418', '429/1', '429/x', 'toString', ''])('%j is none', (flag) => {
    expect(() => faultsOf([flag])).toThrow(UsageError)
  })
})

describe('times', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    [undefined, undefined],
  ])('%s', (text, ms) => expect(timeOf('--for', text)).toBe(ms))

  it.each(['0s', '10', 'm', '1.5h', '-1s'])('%s is none', (text) => {
    expect(() => timeOf('--for', text)).toThrow(/--for/)
  })
})
