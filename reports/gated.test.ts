import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { renderConsole } from './console.ts'
import { ENTRIES, gatedReport } from './gated.sample.ts'
import { renderAnnotations } from './github.ts'
import { renderHtml } from './html.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import { buildReport } from './model.ts'
import { conformingRecord, HOSTILE, sampleRecord } from './sample-record.sample.ts'

const report = gatedReport()
const plain = buildReport(sampleRecord)

describe('a baseline', () => {
  it('changes no verdict, no count and no conclusion', () => {
    expect(report.verdicts.map(({ excused, ...rest }) => rest)).toEqual(plain.verdicts)
    expect([report.totals, report.conforms]).toEqual([plain.totals, plain.conforms])
  })

  it('opens the gate only where all that is red is excused and every entry is needed', () => {
    expect(report.gate.passes).toBe(false)
    const red = plain.gate.red.map((id, index) => ({ ...ENTRIES[0], id, line: index + 1 }))
    const excused = gatedReport(red)
    expect([excused.conforms, excused.gate.red]).toEqual([false, []])
    // The sample has an error of the harness, which nothing excuses.
    expect(excused.gate.passes).toBe(false)
    const verdicts = sampleRecord.verdicts.filter(({ outcome }) => outcome !== 'error')
    const without = buildReport(sampleRecord, verdicts, [], {
      baseline: { file: 'b', entries: red },
      failOn: 'blocked',
      today: '2027-01-31',
    })
    expect([without.conforms, without.gate.passes]).toEqual([false, true])
  })

  it('is in report.json as its schema says, and so is a part of a run', () => {
    const schema = new URL('schema/report.schema.json', import.meta.url)
    const valid = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')))
    const info = { ...sampleRecord.info, shard: { index: 2, of: 4 } }
    for (const one of [report, buildReport({ ...sampleRecord, info })])
      expect(valid(JSON.parse(JSON.stringify(one))), JSON.stringify(valid.errors)).toBe(true)
  })

  it('a run that was interrupted never passes', () => {
    const { ending, ...killed } = conformingRecord
    expect(buildReport(killed).gate.passes).toBe(false)
    expect(buildReport(conformingRecord).gate.passes).toBe(true)
  })
})

describe('console', () => {
  const lines = (quiet: boolean) => renderConsole(report, { colour: false, width: 100, quiet })

  it('marks what is excused, and still shows it', () => {
    const text = lines(false)
    expect(text).toMatch(/✗ patch\/remove-needs-a-path .*\n.*\n {4}excused until 2027-01-31: Mended in 4\.2/)
  })

  it.each([true, false])('says what the baseline did to the build (quiet: %s)', (quiet) => {
    const text = lines(quiet)
    expect(text).toContain('1 failure excused by ci/known, failures.yaml until 2027-01-31')
    expect(text).toContain('2 entries of the baseline to put right')
    expect(text).toContain('okta/joiner  ci/known, failures.yaml:8')
    expect(text).toContain('Fixed: it is "pass" now. Take the entry out.')
    expect(text).toContain('Names nothing that this run has.')
    expect(text).toContain('The build fails (failures and what is blocked are red)')
  })

  it('is silent about the build where it is as the verdict', () => {
    expect(renderConsole(plain, { colour: false, width: 100, quiet: false })).not.toMatch(/build|excused/i)
  })
})

describe('HTML', () => {
  it('says so, too', () => {
    const html = renderHtml(report)
    for (const text of ['excused until 2027-01-31', 'The build fails', 'ci/known, failures.yaml:12'])
      expect(html).toContain(text)
    expect(html).not.toContain('<b>soon</b>')
  })
})

describe('JUnit', () => {
  it('skips what is excused, with its reason and what was found', () => {
    const xml = renderJunit(report)
    const [, found = ''] = /name="patch\/remove-needs-a-path"[^>]*>([\s\S]*?)<\/testcase>/.exec(xml) ?? []
    expect(found).toContain('<skipped message="excused until 2027-01-31: Mended in 4.2 | &lt;b&gt;soon')
    expect(found).toContain('<system-out>')
    expect(found).not.toContain('<failure')
  })

  it('fails for entries to put right', () => {
    const xml = renderJunit(report)
    expect(xml).toContain('<testcase classname="baseline" name="okta/joiner" time="0.000">')
    const count = (text: string) => Number(/<testsuites[^>]* failures="(\d+)"/.exec(text)?.[1])
    expect(count(xml)).toBe(count(renderJunit(plain)) - 1 + 2)
    expect(xml.match(/<failure /g)).toHaveLength(count(xml))
  })
})

describe('Markdown', () => {
  const text = renderMarkdown(report)

  it('has the verdict, what is red, what is excused and what is to be put right', () => {
    const heads = text.split('\n').filter((line) => line.startsWith('#'))
    expect(heads).toEqual([
      '## ❌ Does not conform to profile entra',
      expect.stringMatching(/^### Red &#40;|^### Red \(\d+\)$/),
      '### Baseline entries to put right (2)',
      '### Excused by the baseline (1)',
      expect.stringMatching(/^### Warnings \(\d+\)$/),
    ])
  })

  it('lets the target make no link, no markup, no mention and no other row', () => {
    for (const hostile of [HOSTILE.script, '<img', '@test', '](', 'http://', 'https://'])
      expect(text.replace(/```[\s\S]*?```/g, ''), hostile).not.toContain(hostile)
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    const columns = new Set(rows.map((row) => row.split('|').length))
    expect([...columns].sort()).toEqual([6, 7])
  })

  it('cannot be left through the block of commands', () => {
    const fence = /^(`{3,})sh$/m.exec(text)?.[1] as string
    const [, block = ''] = text.split(`${fence}sh\n`)
    expect(block.split(`\n${fence}\n`)[0]).not.toContain(fence)
  })

  it('with few rows says how many there are more', () => {
    const short = renderMarkdown(report, undefined, 1)
    const red = report.gate.red.length + 1
    expect(short).toContain(`… and ${red - 1} more, in report&#46;html`.replace('&#46;', '.'))
    expect(short.split('\n').filter((line) => line.startsWith('| <code>'))).toHaveLength(4)
  })

  it('of a good run is short', () => {
    const good = renderMarkdown(buildReport(conformingRecord))
    expect(good).toContain('## ✅ Conforms to profile entra')
    expect(good).not.toContain('###')
  })
})

describe('annotations', () => {
  const lines = renderAnnotations(report).trimEnd().split('\n')

  it('are commands of GitHub Actions, one line each', () => {
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,(line=\d+,)?)?title=[^,:]+::[^\n]+$/)
  })

  it('stand beside the line of the baseline that is to be put right', () => {
    expect(lines[0]).toBe(
      '::error file=ci/known%2C failures.yaml,line=8,title=Baseline%3A okta/joiner::Fixed: it is "pass" now. Take the entry out. (ci/known, failures.yaml:8)',
    )
  })

  it('leave out what is excused, and sum it up', () => {
    expect(lines.filter((line) => line.includes('remove-needs-a-path'))).toEqual([])
    expect(lines.at(-1)).toMatch(/^::notice .*1 failure excused by ci\/known, failures\.yaml/)
  })

  it('of more than GitHub shows, the last says how many', () => {
    const [one] = plain.verdicts.filter(({ outcome }) => outcome === 'fail')
    const many = Array.from({ length: 25 }, (_, n) => ({
      ...(one as (typeof plain.verdicts)[0]),
      id: `a/${n}`,
    }))
    const flooded = { ...plain, verdicts: many, gate: { ...plain.gate, red: many.map(({ id }) => id) } }
    const errors = renderAnnotations(flooded)
      .split('\n')
      .filter((line) => line.startsWith('::error'))
    expect(errors).toHaveLength(10)
    expect(errors.at(-1)).toContain('16 more are in the job summary')
  })

  it('of a good run are none', () => expect(renderAnnotations(buildReport(conformingRecord))).toBe(''))
})
