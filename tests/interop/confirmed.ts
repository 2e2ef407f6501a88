import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '#harness'
import { cli, newFolder, readReport } from '../cli/cli.ts'
import { startTarget, targetsInstalled } from '../targets/start.ts'

/**
 * Services that were written by others, as they are. Each finding about them was looked into and stands in
 * `confirmed-<target>.json` with the reason why it is the service that deviates; anything else is our mistake until shown
 * otherwise, and an entry that is found no more is stale.
 */
const missing = targetsInstalled()
if (missing) console.log(`skipped: independent services: ${missing}`)

interface Confirmed {
  /** What the service does, and which text of the RFC it goes against. */
  readonly why: string
  /** `<verdict id> <requirement>`, the case of the check left out. */
  readonly findings: readonly string[]
  /** Checks that could not be tried because of it. */
  readonly blocked?: readonly string[]
}

export function describeService(name: 'scimmy' | 'better-auth'): void {
  describe.skipIf(missing !== undefined)('independent services', { timeout: 180_000 }, () => {
    it(`${name}: a verdict for everything, and confirmed findings only`, async () => {
      const target = await startTarget(name)
      const out = newFolder()
      try {
        const config = join(import.meta.dirname, `${name}.config.yaml`)
        const args = ['run', '--target', target.url, '--out', out, '--config', config, '--quiet']
        const { code, stderr } = await cli(args, { env: { SCIM_TEST_TOKEN: target.token } })
        expect({ stderr, ended: code === 0 || code === 1 }).toEqual({ stderr: '', ended: true })
      } finally {
        await target.stop()
      }
      const { verdicts, left } = readReport(out) as { verdicts: Verdict[]; left: unknown[] }
      expect(verdicts.filter(({ outcome }) => outcome === 'error')).toEqual([])
      expect(left).toEqual([])
      const groups = confirmed(name)
      expect(findingsIn(verdicts)).toEqual(groups.flatMap(({ findings }) => findings).sort())
      expect(blockedIn(verdicts)).toEqual(groups.flatMap(({ blocked = [] }) => blocked).sort())
    })
  })
}

function findingsIn(verdicts: readonly Verdict[]): string[] {
  const all = verdicts.flatMap(({ id, findings }) =>
    findings.map(({ requirement }) => `${id.replace(/\[.*\]$/, '')} ${requirement}`),
  )
  return [...new Set(all)].sort()
}

function blockedIn(verdicts: readonly Verdict[]): string[] {
  const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked')
  return [...new Set(blocked.map(({ id }) => id.replace(/\[.*\]$/, '')))].sort()
}

function confirmed(name: string): Confirmed[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, `confirmed-${name}.json`), 'utf8')) as Confirmed[]
}
