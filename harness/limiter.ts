/** Runs a task when its turn has come; an urgent one comes before all that wait. */
export type Limiter = <T>(task: () => Promise<T>, urgent?: boolean) => Promise<T>

/**
 * @param concurrency requests in flight at the most
 * @param rate requests a second at the most; 0 for no limit
 */
export function createLimiter(concurrency: number, rate = 0): Limiter {
  const waiting: (() => void)[] = []
  const urgentlyWaiting: (() => void)[] = []
  let running = 0
  let nextStart = 0
  const acquire = async (queue: (() => void)[]) => {
    if (running >= concurrency) await new Promise<void>((resolve) => queue.push(resolve))
    else running++
  }
  const release = () => {
    const next = urgentlyWaiting.shift() ?? waiting.shift()
    if (next) next()
    else running--
  }
  const pace = async () => {
    if (rate <= 0) return
    const now = performance.now()
    const start = Math.max(now, nextStart)
    nextStart = start + 1000 / rate
    if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now))
  }
  return async (task, urgent = false) => {
    await acquire(urgent ? urgentlyWaiting : waiting)
    try {
      await pace()
      return await task()
    } finally {
      release()
    }
  }
}
