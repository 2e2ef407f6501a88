import { describe, expect, it } from 'vitest'
import { createLimiter } from './limiter.ts'

describe('limiter', () => {
  it('lets so many run at once, the urgent before those that wait', async () => {
    const limiter = createLimiter(2)
    const order: string[] = []
    let running = 0
    let most = 0
    const task = (name: string, urgent = false) =>
      limiter(async () => {
        most = Math.max(most, ++running)
        order.push(name)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
      }, urgent)
    await Promise.all([task('a'), task('b'), task('c'), task('d'), task('e', true)])
    expect(order).toEqual(['a', 'b', 'e', 'c', 'd'])
    expect(most).toBe(2)
  })

  it('goes on after a task that failed', async () => {
    const limiter = createLimiter(1)
    await expect(limiter(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await limiter(async () => 'yes')).toBe('yes')
  })
})
