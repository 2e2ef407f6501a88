import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { URN } from '#scim'
import { cli, newFolder, readReport, start } from './cli.ts'

const ORG = '5c14a7e5-0000-4000-8000-0000000000ff'
const SCIM = 'token-for-scim-only'
const SYNC = 'token-for-sync-only'
const env = { SCIM_TEST_TOKEN: SCIM, SCIM_TEST_SYNC_TOKEN: SYNC }

/** The endpoint with its Sync API in a process of its own. */
async function serving(...args: string[]) {
  const { child, ended } = start(
    [
      'serve',
      '--profile',
      'fiks-current',
      '--port',
      '0',
      '--sync-org',
      ORG,
      '--sync-system',
      'saker',
      ...args,
    ],
    { env },
  )
  let told = ''
  const [url = '', api = ''] = await new Promise<string[]>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      told += chunk
      const found = told.match(/http:[^\s.]+\.[^\s]*/g) ?? []
      if (found.length > 1) resolve(found)
    })
    ended.then(({ stderr }) => reject(new Error(stderr)))
  })
  const end = async () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url, api, end }
}

const STRANGER = 'Fremmed'

/** Somebody whom the run did not make, and whom the stream tells of. */
async function addStranger(url: string): Promise<void> {
  const { status } = await fetch(`${url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SCIM}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: [URN.user], userName: STRANGER, name: { familyName: STRANGER } }),
  })
  expect(status).toBe(201)
}

const options = ['--only', 'fiks-current/sync*', '--profile', 'fiks-current', '--sync-settle', '2000']

it('what is provisioned into one process is read from it by another', { timeout: 120_000 }, async () => {
  const served = await serving()
  await addStranger(served.url)
  const out = newFolder()
  const where = [
    '--target',
    served.url,
    '--sync-api',
    served.api,
    '--sync-org',
    ORG,
    '--sync-system',
    'saker',
  ]
  const { code, stdout } = await cli(['run', ...where, ...options, '--out', out, '--quiet'], { env })
  await served.end()
  const report = readReport(out)
  expect(report.verdicts.filter(({ outcome }: { outcome: string }) => outcome !== 'pass')).toEqual([])
  expect(report.verdicts.length).toBeGreaterThan(15)
  expect(code, stdout).toBe(0)
  const record = readFileSync(join(out, 'run.ndjson'), 'utf8')
  expect(record).toContain('"door":"sync"')
  expect(record).toMatch(/syncToken=sync-token-[0-9a-f]{10}/)
  for (const hidden of [SCIM, SYNC, STRANGER]) expect(record).not.toContain(hidden)
})

it('a lost deletion is red, and can be asked for again by hand', { timeout: 120_000 }, async () => {
  const out = newFolder()
  const { code } = await cli(
    [
      'run',
      '--profile',
      'fiks-current',
      '--settle',
      '0',
      '--only',
      'fiks-current/sync-deletions-arrive',
      '--defect',
      'sync-deletions-not-told',
      '--out',
      out,
    ],
    {},
  )
  expect(code).toBe(1)
  const { verdicts, exchanges } = readReport(out)
  const red = verdicts.filter(({ outcome }: { outcome: string }) => outcome === 'fail')
  expect(new Set(red.flatMap((one: { requirements: string[] }) => one.requirements))).toContain('fiks/S-14')
  const [finding] = red[0].findings
  expect(exchanges[finding.exchange].curl).toMatch(
    /sync\/api\/v1\/.*"Authorization: Bearer \$SCIM_TEST_SYNC_TOKEN"/,
  )
})
