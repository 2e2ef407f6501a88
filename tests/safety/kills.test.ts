import { describe, expect, it } from 'vitest'
import { type Killed, kill } from './kill.ts'
import { type KillCase, killCases } from './kill-cases.ts'
import { TROUBLES } from './kill-target.ts'

const COMMAND = ['simulate', '--scenario', 'joiner-to-leaver']

function caseOf(kind: KillCase['kind'], trouble: string, more: Partial<KillCase> = {}): KillCase {
  const found = TROUBLES.find(({ id }) => id === trouble)
  if (!found) throw new Error(`there is no trouble ${trouble}`)
  const moment = { at: 'write', n: 8, phase: 'done' } as const
  return { n: 0, kind, command: COMMAND, trouble: found, moment, again: 100, disk: 64, awayAfter: 0, ...more }
}

const plain = ({ complaints, foreign, struck }: Killed) => ({ complaints, foreign, struck })
const CALM = { complaints: [], foreign: 0, struck: true }

/** A handful of what `tests/slow/kills.slow.ts` does 200 times. */
describe.concurrent('a command that is ended', { timeout: 120_000 }, () => {
  it.each([1, 8])('by SIGKILL between write %i and its answer: clean finds it all', async (n) => {
    const moment = { at: 'write', n, phase: 'done' } as const
    const one = await kill(caseOf('SIGKILL', 'answers lost after commit', { moment }))
    expect(plain(one), one.told).toEqual(CALM)
    expect(one.leftBefore).toBeGreaterThan(0)
    expect(one.leftAfter).toBe(0)
  })

  it('by SIGTERM: cleans up after itself', async () => {
    const one = await kill(caseOf('SIGTERM', 'ids need encoding'))
    expect(plain(one), one.told).toEqual(CALM)
    expect([one.leftBefore, one.leftAfter]).toEqual([0, 0])
  })

  it('by SIGKILL, with a target that deletes nothing: clean says what stays', async () => {
    const one = await kill(caseOf('SIGKILL', '204 and keeps all'))
    expect(plain(one), one.told).toEqual(CALM)
    expect(one.leftAfter).toBe(one.leftBefore)
    expect(one.told).toContain('it says that it is deleted')
  })

  it('by a full disk: says so, and clean needs no room', async () => {
    const one = await kill(caseOf('full disk', 'healthy', { disk: 64 }))
    expect(plain(one), one.told).toEqual(CALM)
    expect(one.told).toMatch(/ENOSPC|EFBIG/)
    expect(one.leftAfter).toBe(0)
  })

  it('by SIGKILL, and the target is not there when it is cleaned', async () => {
    const one = await kill(caseOf('target away while cleaning', '500 after commit'))
    expect(plain(one), one.told).toEqual(CALM)
    expect(one.leftBefore).toBeGreaterThan(0)
    expect([one.leftAfter, one.cleans]).toEqual([0, 2])
  })
})

it('the same seed makes the same cases', () => {
  expect(killCases(7, 30)).toEqual(killCases(7, 30))
  expect(killCases(7, 30)).not.toEqual(killCases(8, 30))
})
