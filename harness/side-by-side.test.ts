import { describe, expect, it } from 'vitest'
import { sideBySide } from './side-by-side.ts'

describe('side by side', () => {
  it('has so many under way and no more, and begins the next as soon as one is done', async () => {
    const ends = new Map<number, () => void>()
    const work = async (n: number) => {
      await new Promise<void>((resolve) => ends.set(n, resolve))
      ends.delete(n)
      return n * 10
    }
    const done = sideBySide(5, work, 2)
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

  it('fails with the first that does, and begins no more', async () => {
    const begun: number[] = []
    const work = (n: number) => {
      begun.push(n)
      return n === 1 ? Promise.reject(new Error('two')) : new Promise((resolve) => setImmediate(resolve))
    }
    await expect(sideBySide(9, work, 2)).rejects.toThrow('two')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(begun).toEqual([0, 1])
  })
})
