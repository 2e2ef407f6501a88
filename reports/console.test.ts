import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { nb, safeText } from '#harness'
import { progressLine, renderConsole } from './console.ts'
import { buildReport } from './model.ts'
import { conformingRecord, HOSTILE, sampleRecord } from './sample-record.sample.ts'

const report = buildReport(sampleRecord)
const plain = { colour: false, width: 100, quiet: false, files: ['scim-test-report/report.html'] }

describe('console', () => {
  it('of the sample run', () =>
    expect(renderConsole(report, plain)).toMatchFileSnapshot('goldens/console.txt'))

  it('of a run that conforms', () =>
    expect(renderConsole(buildReport(conformingRecord), plain)).toMatchFileSnapshot(
      'goldens/console-conforms.txt',
    ))

  it('of the sample run in bokmål', () =>
    expect(renderConsole(report, plain, nb)).toMatchFileSnapshot('goldens/console-nb.txt'))

  it('is only the summary when quiet', () => {
    const text = renderConsole(report, { ...plain, quiet: true })
    expect(text).toContain('Does not conform to profile entra')
    expect(text).not.toContain('expected')
  })

  it('has no control character but newlines, and with colours the same text', () => {
    const text = renderConsole(report, plain)
    expect(safeText(text, '\n')).toBe(text)
    const coloured = renderConsole(report, { ...plain, colour: true })
    expect(coloured).not.toBe(text)
    expect(stripVTControlCharacters(coloured)).toBe(text)
  })

  it('shows progress as one harmless line', () => {
    const line = progressLine({ id: `a/${HOSTILE.terminal}`, outcome: 'blocked', reason: 'a\nb' }, 3, 120)
    expect(line).toBe('[  3/120] ■ a/\\x1b[31mred\\x1b[0m\\x07\\x9b2J blocked: a\\nb')
    expect(progressLine({ id: 'a/b', outcome: 'pass' }, 120, 120)).toBe('[120/120] ✓ a/b')
  })
})
