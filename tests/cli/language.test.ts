import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli, newFolder, readReport } from './cli.ts'

const html = (out: string) => readFileSync(join(out, 'report.html'), 'utf8')

it('tells a play in bokmål, and makes the same report in English from the record', async () => {
  const out = newFolder()
  const ran = await cli(['simulate', '--lang', 'nb', '--out', out])
  expect(ran.stdout).toMatch(/^● .* blir ansatt$/m)
  expect(ran.stdout).toMatch(/^Oppfyller profilen rfc$/m)
  expect(ran.stdout).toMatch(/forespørsler · \d+,\d s · startverdi 1$/m)
  expect(ran.code).toBe(0)
  expect(html(out)).toContain('<html lang="nb">')
  const reasons = readReport(out).verdicts.map(({ reason }: { reason?: string }) => reason ?? '')
  expect(reasons.join()).not.toMatch(/målsystem/)
  expect(readFileSync(join(out, 'junit.xml'), 'utf8')).not.toMatch(/målsystem|Ikke relevant/)

  const again = newFolder()
  const judged = await cli(['judge', join(out, 'run.ndjson'), '--lang', 'en', '--out', again], {
    env: { SCIM_TEST_LANG: 'nb' },
  })
  expect(judged.stdout).toMatch(/^Conforms to profile rfc$/m)
  expect(html(again)).toContain('<html lang="en">')
  expect(readReport(again).totals).toEqual(readReport(out).totals)
}, 60_000)

it('explains mistakes and itself in bokmål', async () => {
  const env = { SCIM_TEST_LANG: 'nb', LANG: 'en_GB.UTF-8' }
  const [mistake, slip, shown] = await Promise.all([
    cli(['run', '--target', 'ftp://x'], { env }),
    cli(['run', '--slip'], { env }),
    cli(['serve', '--help'], { env }),
  ])
  expect(mistake).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--target skal være basisadressen/),
  })
  expect(slip).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Ukjent argument/) })
  expect(shown.stdout).toMatch(/^Valg:$/m)
  expect(shown.stdout).not.toMatch(/\b(the|Show|Options|string|boolean)\b/)
})
