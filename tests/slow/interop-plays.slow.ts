import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '#harness'
import { cli, newFolder, readReport } from '../cli/cli.ts'
import { startTarget, targetsInstalled } from '../targets/start.ts'

/** Services that were written by others get every story in every dialect: a report, never an error, and nothing is left. */
const missing = targetsInstalled()
if (missing) console.log(`skipped: plays against independent services: ${missing}`)

describe.skipIf(missing !== undefined)('plays against independent services', { timeout: 10_800_000 }, () => {
  for (const name of ['scimmy', 'better-auth'] as const) {
    it(name, async () => {
      const target = await startTarget(name)
      const out = newFolder()
      try {
        const config = join(import.meta.dirname, '..', 'interop', `${name}.config.yaml`)
        const who = ['--dialect', 'all', '--scenario', 'all']
        const args = ['simulate', ...who, '--target', target.url, '--out', out, '--config', config, '--quiet']
        const { code, stderr } = await cli(args, { env: { SCIM_TEST_TOKEN: target.token } })
        expect({ stderr, ended: code === 0 || code === 1 }).toEqual({ stderr: '', ended: true })
      } finally {
        await target.stop()
      }
      const { verdicts, left } = readReport(out) as { verdicts: Verdict[]; left: unknown[] }
      const plays = verdicts.filter(({ kind }) => kind === 'play')
      const ended = (outcome: string) => plays.filter((play) => play.outcome === outcome).length
      const outcomes = ['pass', 'warn', 'fail', 'blocked', 'error'].map((each) => `${ended(each)} ${each}`)
      console.log(`${name}: ${plays.length} plays: ${outcomes.join(', ')}; left ${left.length}`)
      expect(plays.length).toBeGreaterThan(1_000)
      expect(plays.filter(({ outcome }) => outcome === 'error')).toEqual([])
      expect(left).toEqual([])
    })
  }
})
