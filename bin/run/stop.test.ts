import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { announceStop, hearStop } from './stop.ts'

describe('a stop', () => {
  it('is heard by a host that was there before, and by one that opens after it', async () => {
    const controller = new AbortController()
    const early = hearStop('st1')
    const announced = announceStop('st1', controller.signal)
    controller.abort()
    const late = hearStop('st1')
    for (let i = 0; i < 100 && !(early.heard() && late.heard()); i++) await wait(10)
    expect([early.heard(), late.heard()]).toEqual([true, true])
    for (const one of [early, late, announced]) one.close()
  })

  it('that comes when the host is gone already, while the run cleans up, is nobody else’s affair', async () => {
    const controller = new AbortController()
    announceStop('st2', controller.signal).close()
    const faults: unknown[] = []
    const note = (error: unknown) => void faults.push(error)
    process.once('uncaughtException', note)
    controller.abort()
    await wait(20)
    process.off('uncaughtException', note)
    expect(faults).toEqual([])
  })
})
