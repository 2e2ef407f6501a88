import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Verdict } from '#harness'
import { cli, newFolder, readReport, start } from '../cli/cli.ts'

/** Everything in four parts at the same time, on one endpoint: what checks share, each part makes for itself. */
it('four parts at once find nothing on the honest endpoint, and are the whole', {
  timeout: 600_000,
}, async () => {
  const folder = newFolder()
  const env = { SCIM_TEST_TOKEN: 'token-of-this-test' }
  const { child, ended } = start(['serve', '--port', '0'], { env })
  const target = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found) resolve(found[0])
    })
  })
  const parts = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      cli(['run', '--target', target, '--quiet', '--shard', `${n}/4`, '--out', join(folder, `${n}`)], {
        env,
      }),
    ),
  )
  const plan = JSON.parse((await cli(['plan', '--target', target, '--json'], { env })).stdout) as {
    items: readonly { id: string }[]
  }
  child.kill('SIGTERM')
  await ended
  for (const { code, stdout, stderr } of parts) expect(code, stdout + stderr).toBe(0)
  const out = join(folder, 'whole')
  const merged = await cli([
    'merge',
    ...[1, 2, 3, 4].map((n) => join(folder, `${n}`)),
    '--out',
    out,
    '--quiet',
  ])
  expect(merged.code, merged.stdout + merged.stderr).toBe(0)
  const { verdicts, conforms } = readReport(out)
  expect(conforms).toBe(true)
  expect(verdicts.flatMap(({ findings }: Verdict) => findings)).toEqual([])
  expect(verdicts.map(({ id }: Verdict) => id).sort()).toEqual(plan.items.map(({ id }) => id).sort())
})
