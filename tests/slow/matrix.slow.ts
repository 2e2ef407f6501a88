import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What it prints is the result: a version that cannot be fetched is named there, and is no failure. */
it('installs and works on every Node.js that is supported', { timeout: 3_600_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/matrix.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  console.log(stdout)
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/^\d versions tried, \d left out, 0 failed$/m)
})
