import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { nb, safeText } from '#harness'
import { progressLine, renderConsole } from './console.ts'
import { countsText } from './headline.ts'
import { renderMarkdown } from './markdown.ts'
import { buildReport } from './model.ts'
import { conformingRecord, HOSTILE, sampleRecord } from './sample-record.sample.ts'

const report = buildReport(sampleRecord)
const notes = [
  {
    id: 'fiks/X1',
    text: {
      en: 'One says 1.0, the other 2. Both count.',
      nb: 'Den ene sier 1.0, den andre 2. Begge gjelder.',
    },
    source: 'a page',
  },
  { id: 'fiks/X10', text: { en: 'Nothing is said.', nb: 'Ingenting er sagt.' }, source: 'a page' },
]
const noted = {
  ...sampleRecord,
  info: { ...sampleRecord.info, profile: { ...sampleRecord.info.profile, notes } },
}
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

  it('names what the documents behind a profile leave open, in short, as notes', () => {
    const text = renderConsole(buildReport(noted), plain)
    expect(text).toContain(
      'leave open. Noted only: no verdict depends on it.\n    fiks/X1   One says 1.0, the other 2.\n',
    )
    expect(text).toContain('    fiks/X10  Nothing is said.\n')
    expect(renderConsole(buildReport(noted), plain, nb)).toContain(
      '    fiks/X1   Den ene sier 1.0, den andre 2.\n',
    )
    expect(renderConsole(buildReport(noted), { ...plain, quiet: true })).not.toContain('fiks/X1')
    expect(countsText(buildReport(noted))).toBe(countsText(report))
  })

  it('and of a client says no seed', () => {
    const info = { ...sampleRecord.info, subject: 'client' as const }
    expect(renderConsole(report, plain)).toContain('· seed ')
    expect(renderConsole(buildReport({ ...sampleRecord, info }), plain)).not.toContain('· seed ')
  })

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

  it('and the summary in Markdown have the same notes, there in full and folded', () => {
    const text = renderMarkdown(buildReport(noted))
    expect(text).toMatch(/<details><summary>What the documents[^<]*<\/summary>\n\nNoted only/)
    expect(text).toContain('- <code>fiks/X1</code> One says 1.0, the other 2. Both count. (a page)')
    expect(renderMarkdown(report)).not.toContain('leave open')
  })

  it('shows progress as one harmless line', () => {
    const line = progressLine({ id: `a/${HOSTILE.terminal}`, outcome: 'blocked', reason: 'a\nb' }, 3, 120)
    expect(line).toBe('[  3/120] ■ a/\\x1b[31mred\\x1b[0m\\x07\\x9b2J blocked: a\\nb')
    expect(progressLine({ id: 'a/b', outcome: 'pass' }, 120, 120)).toBe('[120/120] ✓ a/b')
  })
})
