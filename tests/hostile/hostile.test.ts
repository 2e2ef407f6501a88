import { expect, it } from 'vitest'
import { behaviours } from './behaviours.ts'
import { complaints } from './complaints.ts'
import { runAgainst } from './run-against.ts'
import { hostileTarget } from './target.ts'

/** Milliseconds for a whole run against one of them, on a machine that has other things to do. */
const DEADLINE = 40_000

it.concurrent.each(behaviours.map((one) => [`${one.id}: it ${one.does}`, one] as const))(
  'a target that is hostile ends in a verdict with a reason: %s',
  { timeout: 60_000 },
  async (_, behaviour) => {
    const target = await hostileTarget(behaviour)
    try {
      const ended = await runAgainst(target.url, behaviour.waits ? { timeout: 700 } : {})
      expect(complaints(behaviour, ended, target.strays())).toEqual([])
      expect(ended.ms).toBeLessThan(DEADLINE)
    } finally {
      await target.close()
    }
  },
)

it('tries thirty behaviours and more', () => {
  expect(new Set(behaviours.map(({ id }) => id)).size).toBe(behaviours.length)
  expect(behaviours.length).toBeGreaterThanOrEqual(30)
})
