import sarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { safeText, usualFailOn } from '#harness'
import { gatedReport } from './gated.sample.ts'
import { buildReport } from './model.ts'
import { conformingRecord, HOSTILE, sampleRecord } from './sample-record.sample.ts'
import { renderSarif } from './sarif.ts'

/** The schema that GitHub's code scanning names, as Microsoft's package ships it: a draft 4 in the words of draft 7. */
const { $schema, id, ...schema } = sarif
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats.default(ajv)
const valid = ajv.compile(schema)

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly message: { readonly text: string }
      readonly suppressions?: readonly { readonly justification: string }[]
      readonly partialFingerprints: Readonly<Record<string, string>>
    }[]
  }[]
}

const read = (text: string) => (JSON.parse(text) as Log).runs[0] as Log['runs'][number]

it('the schema refuses what is no SARIF', () => {
  expect(valid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
  expect(valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(false)
})

describe('SARIF', () => {
  const reports = {
    'the sample run': buildReport(sampleRecord),
    'a strict run': buildReport({ ...sampleRecord, info: { ...sampleRecord.info, strict: true } }),
    'a run without findings': buildReport(conformingRecord),
    'a run that was killed': buildReport((({ ending, ...rest }) => rest)(sampleRecord)),
    'a run with a baseline': gatedReport(),
  }

  it.each(Object.entries(reports))('of %s is valid', (_, report) => {
    expect(valid(JSON.parse(renderSarif(report))), JSON.stringify(valid.errors, null, 1)).toBe(true)
  })

  it('has a result for each verdict that is not green, and a rule for each result', () => {
    const report = reports['the sample run']
    const { results, tool } = read(renderSarif(report))
    const bad = report.verdicts.filter(({ outcome }) => !/^(pass|not-applicable)$/.test(outcome))
    expect(results).toHaveLength(bad.length)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    const prints = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
    expect(new Set(prints).size).toBe(results.length)
  })

  it('keeps what is excused, as suppressed and with its reason', () => {
    const { results } = read(renderSarif(gatedReport()))
    const suppressed = results.filter(({ suppressions }) => suppressions)
    expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification])).toEqual([
      ['patch/remove-needs-a-path', 'excused until 2027-01-31: Mended in 4.2 | <b>soon</b>'],
    ])
    expect(suppressed[0]?.level).toBe('error')
    const stale = results.filter(({ ruleId }) => ruleId === 'baseline/entries-are-needed')
    expect(stale.map(({ message }) => message.text.split(':')[0])).toEqual(['okta/joiner', 'gone/check'])
  })

  it('lets no control character of the target through', () => {
    const texts = textsIn(JSON.parse(renderSarif(reports['the sample run'])))
    expect(texts.some((text) => text.includes(safeText(HOSTILE.terminal)))).toBe(true)
    expect(texts.filter((text) => safeText(text, '\n') !== text)).toEqual([])
  })

  it('a warning is an error where warnings are red', () => {
    const levels = (report: (typeof reports)['a strict run']) =>
      read(renderSarif(report)).results.filter(({ level }) => level === 'warning').length
    expect(levels(reports['the sample run'])).toBeGreaterThan(0)
    expect(levels(reports['a strict run'])).toBe(0)
    expect(usualFailOn(true)).toBe('warn')
  })
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)])
}
