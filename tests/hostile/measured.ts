import { existsSync, readFileSync } from 'node:fs'
import { type Result, start } from '../cli/cli.ts'

export interface Measured extends Result {
  readonly seconds: number
  /** The most memory that the process has held, in megabytes; 0 where the system does not say. */
  readonly peak: number
}

const POLL = 50

/** Runs the built program to its end, or to the deadline in milliseconds. */
export async function measured(
  args: readonly string[],
  options: Parameters<typeof start>[1],
  deadline: number,
): Promise<Measured> {
  const began = performance.now()
  let peak = 0
  const { child, ended } = start(args, options)
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0))
    if (performance.now() - began > deadline) child.kill('SIGKILL')
  }, POLL)
  const result = await ended.finally(() => clearInterval(timer))
  return { ...result, seconds: (performance.now() - began) / 1000, peak }
}

function peakOf(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return 0
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
