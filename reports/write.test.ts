import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildReport } from './model.ts'
import { sampleRecord } from './sample-record.sample.ts'
import { writeReports } from './write.ts'

const report = buildReport(sampleRecord)
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'scim-test-reports-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('writes whole files and nothing else', async () => {
  const out = join(dir, 'a', 'b')
  const files = await writeReports(report, out)
  expect(readdirSync(out).sort()).toEqual([
    'junit.xml',
    'report.html',
    'report.json',
    'report.md',
    'report.sarif',
  ])
  expect(files[0]).toBe(join(out, 'report.json'))
  expect(JSON.parse(readFileSync(files[0] as string, 'utf8')).totals).toEqual(report.totals)
})

it('leaves no half a file behind when it cannot write', async () => {
  mkdirSync(join(dir, 'report.html'))
  await expect(writeReports(report, dir)).rejects.toThrow(/EISDIR|EEXIST|ENOTEMPTY/)
  expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
