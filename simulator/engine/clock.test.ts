import { describe, expect, it } from 'vitest'
import { PLAIN_POLICY } from '../policy.ts'
import { Clock } from './clock.ts'

describe('the clock', () => {
  it('goes from cycle to cycle', () => {
    const clock = new Clock({ ...PLAIN_POLICY, interval: 2 })
    clock.nextCycle()
    clock.nextCycle()
    expect(clock.hours).toBe(4)
  })

  it('waits 6, 12 and 24 hours in quarantine, and then a day each time', () => {
    const clock = new Clock(PLAIN_POLICY)
    const waits = [1, 2, 3, 4, 5].map(() => {
      clock.quarantine()
      const before = clock.hours
      clock.nextCycle()
      return clock.hours - before
    })
    expect(waits).toEqual([6, 12, 24, 24, 24])
    expect(clock.inQuarantine).toBe(true)
  })

  it('begins with 6 hours again after a cycle that went well', () => {
    const clock = new Clock(PLAIN_POLICY)
    clock.quarantine()
    clock.nextCycle()
    clock.quarantine()
    clock.release()
    expect(clock.inQuarantine).toBe(false)
    clock.quarantine()
    const before = clock.hours
    clock.nextCycle()
    expect(clock.hours - before).toBe(6)
  })

  it('gives up after 28 days in quarantine, and not before', () => {
    const clock = new Clock(PLAIN_POLICY)
    clock.quarantine()
    clock.hours += 28 * 24
    expect(clock.gaveUp).toBe(false)
    clock.hours += 1
    expect(clock.gaveUp).toBe(true)
    clock.release()
    expect(clock.gaveUp).toBe(false)
  })

  it('puts an object that fails off for ever longer, at most for a day', () => {
    const clock = new Clock({ ...PLAIN_POLICY, interval: 1 })
    const hours = [1, 2, 3, 4, 5, 6, 20].map((failures) => Math.round(clock.backOff(failures)))
    expect(hours).toEqual([1, 2, 4, 8, 16, 24, 24])
  })

  it('goes on where it was saved', () => {
    const clock = new Clock(PLAIN_POLICY)
    clock.quarantine()
    clock.nextCycle()
    const later = new Clock(PLAIN_POLICY)
    later.resume(clock.save())
    expect([later.hours, later.inQuarantine]).toEqual([6, true])
  })
})
