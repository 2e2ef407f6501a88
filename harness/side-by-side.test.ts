import { describe, expect, it } from 'vitest'
import { sideBySide } from './side-by-side.ts'

describe('side by side', () => {
  it('has so many under way and no more, and begins the next as soon as one is done', async () => {
    const ends = new Map<number, () => void>()
    const done = sideBySide([0, 1, 2, 3, 4], 2, async (one) => {
      await new Promise<void>((resolve) => ends.set(one, resolve))
      ends.delete(one)
      return one * 10
    })
    expect([...ends.keys()]).toEqual([0, 1])
    for (const [ended, left] of [
      [1, [0, 2]],
      [2, [0, 3]],
      [0, [3, 4]],
    ] as const) {
      ends.get(ended)?.()
      await new Promise(setImmediate)
      expect([...ends.keys()]).toEqual(left)
    }
    for (const end of ends.values()) end()
    expect(await done).toEqual([0, 10, 20, 30, 40])
  })

  it('fails with the first that does', async () => {
    const failing = sideBySide([1, 2, 3], 2, (one) =>
      one === 2 ? Promise.reject(new Error('two')) : Promise.resolve(one),
    )
    await expect(failing).rejects.toThrow('two')
  })
})
