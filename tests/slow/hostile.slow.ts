import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newFolder, readReport, start } from '../cli/cli.ts'
import { behaviours } from '../hostile/behaviours.ts'
import { complaints } from '../hostile/complaints.ts'
import { hostileTarget, TOKEN } from '../hostile/target.ts'

/** Milliseconds for a whole run, and megabytes of memory that its process may come to hold. */
const DEADLINE = 300_000
const MOST_MEMORY = 300
const POLL = 50

const figures: { readonly id: string; readonly seconds: number; readonly peak: number }[] = []

/** The most memory that a process has held so far, in megabytes; 0 where the system does not say. */
function peakOf(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return 0
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

it.each(behaviours.map((one) => [one.id, one] as const))(
  'a whole run against a hostile target ends, in time and in little memory: %s',
  { timeout: DEADLINE + 60_000 },
  async (id, behaviour) => {
    const target = await hostileTarget(behaviour)
    const out = newFolder()
    const began = performance.now()
    let peak = 0
    try {
      const patience = ['--timeout', behaviour.waits ? '1000' : '5000', '--concurrency', '8']
      const args = ['run', '--target', target.url, '--out', out, ...patience]
      const { child, ended } = start(args, { env: { SCIM_TEST_TOKEN: TOKEN } })
      const timer = setInterval(() => {
        peak = Math.max(peak, peakOf(child.pid ?? 0))
        if (performance.now() - began > DEADLINE) child.kill('SIGKILL')
      }, POLL)
      const { code, stdout, stderr } = await ended.finally(() => clearInterval(timer))
      const seconds = (performance.now() - began) / 1000
      figures.push({ id, seconds, peak })
      const shown = { console: stdout + stderr, ms: seconds * 1000 }
      const result =
        code === 2
          ? { ...shown, refusal: stderr, verdicts: [], files: {} }
          : { ...shown, verdicts: readReport(out).verdicts, files: filesIn(out) }
      expect(code, stderr).toBe(behaviour.ends === 'refused' ? 2 : 1)
      expect(complaints(behaviour, result, target.strays())).toEqual([])
      expect(seconds * 1000).toBeLessThan(DEADLINE)
      expect(peak).toBeLessThan(MOST_MEMORY)
    } finally {
      await target.close()
    }
  },
)

function filesIn(out: string): Record<string, string> {
  const names = readdirSync(out).filter((name) => name.includes('.'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}

afterAll(() => {
  const longest = Math.max(...figures.map(({ seconds }) => seconds))
  const largest = Math.max(...figures.map(({ peak }) => peak))
  console.log(
    `hostile targets: ${figures.length}, longest run ${longest.toFixed(0)} s, most memory ${largest.toFixed(0)} MB`,
  )
  for (const { id, seconds, peak } of figures)
    console.log(`  ${id}: ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB`)
})
