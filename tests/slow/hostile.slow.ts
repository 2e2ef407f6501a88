import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newFolder, readReport } from '../cli/cli.ts'
import { behaviours } from '../hostile/behaviours.ts'
import { complaints } from '../hostile/complaints.ts'
import { measured } from '../hostile/measured.ts'
import { hostileTarget, TOKEN } from '../hostile/target.ts'

/** A whole run of the built program, all checks, as a process of its own. `ONLY=drip,silence` takes some behaviours. */

/** Milliseconds for a whole run, and megabytes of memory that its process may come to hold. */
const DEADLINE = 600_000
const MOST_MEMORY = 300
const SOME = process.env.ONLY?.split(',')

interface Figures {
  readonly id: string
  /** What it ended with: a refusal, or how many verdicts, none of them without a reason. */
  readonly end: string
  readonly hasReason: boolean
  readonly seconds: number
  /** Megabytes; 0 where the system does not say. */
  readonly peak: number
}

const figures: Figures[] = []

it.each(behaviours.filter(({ id }) => SOME?.includes(id) ?? true).map((one) => [one.id, one] as const))(
  'a whole run against a hostile target ends, in time and in little memory: %s',
  { timeout: DEADLINE + 60_000 },
  async (id, behaviour) => {
    const target = await hostileTarget(behaviour)
    const out = newFolder()
    try {
      const patience = ['--timeout', behaviour.waits ? '1000' : '5000', '--concurrency', '8']
      const args = ['run', '--target', target.url, '--out', out, ...patience]
      const { code, stdout, stderr, seconds, peak } = await measured(
        args,
        { env: { SCIM_TEST_TOKEN: TOKEN } },
        DEADLINE,
      )
      const shown = { console: stdout + stderr, ms: seconds * 1000 }
      const result =
        code === 0 || code === 1
          ? { ...shown, verdicts: readReport(out).verdicts, files: filesIn(out) }
          : { ...shown, refusal: stderr, verdicts: [], files: {} }
      const complained = complaints(behaviour, result, target.strays())
      const end = code === 0 || code === 1 ? `${result.verdicts.length} verdicts` : `exit code ${code}`
      const figure = { id, end, hasReason: complained.length === 0, seconds, peak }
      figures.push(figure)
      console.log(lineOf(figure))
      expect(code, stderr).toBe(behaviour.ends === 'refused' ? 2 : 1)
      expect(complained).toEqual([])
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
  const count = (is: (one: Figures) => boolean) => figures.filter(is).length
  const longest = Math.max(...figures.map(({ seconds }) => seconds))
  const largest = Math.max(...figures.map(({ peak }) => peak))
  const counts = [
    `hostile targets: ${figures.length} behaviours`,
    `${count(({ hasReason }) => hasReason)} with a verdict or a refusal that says why`,
    `${count(({ seconds }) => seconds * 1000 < DEADLINE)} within ${DEADLINE / 1000} s (longest ${longest.toFixed(0)} s)`,
    `${count(({ peak }) => peak > 0 && peak < MOST_MEMORY)} measured below ${MOST_MEMORY} MB (most ${largest.toFixed(0)} MB)`,
  ]
  console.log(counts.join(', '))
  for (const one of figures) console.log(`  ${lineOf(one)}`)
})

function lineOf({ id, end, seconds, peak }: Figures): string {
  return `${id}: ${end}, ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB`
}
