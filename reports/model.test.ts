import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { commonCauses } from './causes.ts'
import { buildReport } from './model.ts'
import { conformingRecord, sampleRecord } from './sample-record.sample.ts'

const schema = JSON.parse(readFileSync(new URL('./schema/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
const report = buildReport(sampleRecord)

describe('report', () => {
  it.each([
    ['of a bad run', report],
    ['of a good run', buildReport(conformingRecord)],
    ['of a killed run', buildReport(killed())],
  ])('%s keeps to its schema', (_, one) => {
    validate(JSON.parse(JSON.stringify(one)))
    expect(validate.errors).toBeNull()
  })

  it('counts all six outcomes and lists the worst first', () => {
    expect(report.totals).toEqual({ error: 1, fail: 4, blocked: 1, warn: 1, pass: 3, 'not-applicable': 3 })
    expect(report.verdicts.map(({ outcome }) => outcome)).toEqual([
      'error',
      ...Array(4).fill('fail'),
      'blocked',
      'warn',
      ...Array(3).fill('pass'),
      ...Array(3).fill('not-applicable'),
    ])
  })

  it('carries what its findings point at and nothing else', () => {
    expect(Object.keys(report.exchanges).sort()).toEqual(['x10', 'x11', 'x2', 'x3', 'x4', 'x5', 'x6'])
    expect(report.requirements['RFC7644-3.5.2.2-01']).toMatchObject({
      basis: 'declarative',
      section: '3.5.2.2',
    })
    expect(report.requirements['RFC7644-3.3-01']).toBeUndefined()
  })

  it('tells how to repeat an item: a rule with the check whose exchange it objects to', () => {
    const again = (id: string) => report.verdicts.find((verdict) => verdict.id === id)?.again
    const run = 'scim-test run --target https://scim.example.test/v2 --profile entra'
    expect(again('patch/remove-needs-a-path')).toBe(`${run} --only patch/remove-needs-a-path`)
    expect(again('wire/scim-media-type')).toBe(
      `${run} --only wire/scim-media-type --only 'filter/tells-strings-apart[sw]'`,
    )
    expect(again('create/user')).toBeUndefined()
  })

  it('replaces the selection of the run and copes with a record that another command wrote', () => {
    const info = (command: string[]) => ({
      ...sampleRecord,
      info: { ...sampleRecord.info, command, strict: true },
    })
    const again = (command: string[]) => buildReport(info(command)).verdicts[1]?.again
    expect(again(['run', '--only', 'patch', 'put', '--strict', '--only=put'])).toBe(
      'scim-test run --strict --only create/booleans-are-booleans',
    )
    expect(again(['judge', 'run.ndjson'])).toBe(
      'scim-test run --target https://scim.example.test/v2 --profile entra --strict --only create/booleans-are-booleans',
    )
  })

  it('says who is hurt, and what a rehearsal did', () => {
    const play = report.verdicts.find(({ kind }) => kind === 'play')
    expect(play?.topic).toBe('rehearsal/entra')
    expect(play?.rehearsal?.steps.map(({ event, doing }) => `${event}: ${doing}`)[1]).toBe(
      'hire kari: create person kari',
    )
    expect(report.verdicts.find(({ id }) => id === 'patch/remove-needs-a-path')?.breaks).toMatch(/^Entra/)
  })
})

describe('conforms', () => {
  const conforms = (change: object, ending = {}) =>
    buildReport({
      ...conformingRecord,
      info: { ...conformingRecord.info, ...change },
      ending: { ...(conformingRecord.ending as NonNullable<typeof conformingRecord.ending>), ...ending },
    }).conforms

  it('holds where nothing is wrong', () => expect(conforms({})).toBe(true))
  it('does not hold for an interrupted run', () => expect(conforms({}, { interrupted: true })).toBe(false))
  it('does not hold for a run without an end', () => expect(buildReport(killed()).conforms).toBe(false))
  it('does not hold where nothing was tried', () => {
    const verdicts = sampleRecord.verdicts.filter(({ outcome }) => outcome === 'not-applicable')
    expect(buildReport(conformingRecord, verdicts).conforms).toBe(false)
  })
  it.each([
    ['error', false],
    ['fail', false],
    ['blocked', false],
    ['warn', true],
  ])('with one %s is %s', (outcome, expected) => {
    const bad = sampleRecord.verdicts.filter((verdict) => verdict.outcome === outcome)
    const verdicts = [...conformingRecord.verdicts, ...bad]
    expect(buildReport(conformingRecord, verdicts).conforms).toBe(expected)
    const strict = { ...conformingRecord, info: { ...conformingRecord.info, strict: true } }
    expect(buildReport(strict, verdicts).conforms).toBe(false)
  })
})

function killed() {
  const { ending: _, ...record } = conformingRecord
  return record
}

describe('common causes', () => {
  it('name what several items have in common', () => {
    const [first] = sampleRecord.verdicts.filter(({ id }) => id === 'patch/remove-needs-a-path')
    const many = ['a/1', 'a/2', 'a/3'].map((id) => ({ ...(first as NonNullable<typeof first>), id }))
    expect(
      commonCauses(buildReport(sampleRecord, many)).map(({ text, verdicts }) => [text, verdicts.length]),
    ).toEqual([['PATCH /Users/… → 204: expected status 400, got status 204', 3]])
    expect(commonCauses(report)).toEqual([])
  })
})
