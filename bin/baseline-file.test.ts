import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXCUSABLE } from '#harness'
import {
  isDay,
  type NewEntry,
  newBaseline,
  parseBaseline,
  withEntries,
  withoutEntries,
} from './baseline-file.ts'
import { UsageError } from './usage-error.ts'

const schema = JSON.parse(readFileSync(new URL('../fixtures/baseline.schema.json', import.meta.url), 'utf8'))
const valid = new Ajv2020({ strict: true, useDefaults: false }).compile(schema)

const entry = (id: string, more: Partial<NewEntry> = {}): NewEntry => ({
  id,
  outcome: 'fail',
  reason: 'Fixed in 4.2',
  until: '2027-01-31',
  title: 'PATCH without a path is refused',
  ...more,
})

const OWN = `# ours
entries:
  # the vendor knows
  - id: patch/a   # case 4711
    reason: known
    until: 2027-01-31

  - id: "groups/b[User]"
    outcome: warn
    reason: >
      said in
      two lines
    until: '2026-12-01'
`

describe('a baseline', () => {
  it('is read with the lines of its entries', () => {
    expect(parseBaseline(OWN, 'b.yaml').entries).toEqual([
      { id: 'patch/a', outcome: 'fail', reason: 'known', until: '2027-01-31', line: 4 },
      { id: 'groups/b[User]', outcome: 'warn', reason: 'said in two lines\n', until: '2026-12-01', line: 8 },
    ])
  })

  it('may have no entries', () => {
    for (const text of ['entries:\n', 'entries: []\n']) expect(parseBaseline(text, 'b').entries).toEqual([])
  })

  it('keeps what people wrote when entries come and go', () => {
    const { document } = parseBaseline(OWN, 'b.yaml')
    const added = withEntries(document, [entry('put/c'), entry('patch/a', { until: '2028-02-29' })])
    expect(added).toContain('# ours')
    expect(added).toContain('# the vendor knows')
    expect(parseBaseline(added, 'b').entries.map(({ id, until }) => [id, until])).toEqual([
      ['patch/a', '2028-02-29'],
      ['groups/b[User]', '2026-12-01'],
      ['put/c', '2027-01-31'],
    ])
    const less = withoutEntries(parseBaseline(added, 'b').document, new Set(['groups/b[User]']))
    expect(parseBaseline(less, 'b').entries.map(({ id }) => id)).toEqual(['patch/a', 'put/c'])
    const none = withoutEntries(parseBaseline(less, 'b').document, new Set(['patch/a', 'put/c']))
    expect(parseBaseline(none, 'b').entries).toEqual([])
    expect(
      parseBaseline(withEntries(parseBaseline(none, 'b').document, [entry('x')]), 'b').entries,
    ).toHaveLength(1)
  })

  it('that is made says for each entry what it is about, and names its schema for completion', () => {
    const text = newBaseline([entry('patch/a')])
    expect(text.split('\n')[0]).toContain('$schema=node_modules/scim-test/fixtures/baseline.schema.json')
    expect(text).toContain('# PATCH without a path is refused\n')
  })

  it('reads what it has written, whatever the texts are, and its schema agrees', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one.trim() !== '')
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    const made = fc.record({
      id: text,
      outcome: fc.constantFrom(...EXCUSABLE),
      reason: text,
      until: day.map((one) => one.toISOString().slice(0, 10)),
      title: fc.string(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(made, { selector: ({ id }) => id, maxLength: 4 }), (entries) => {
        const written = newBaseline(entries)
        expect(parseBaseline(written, 'b').entries.map(({ line, ...rest }) => rest)).toEqual(
          entries.map(({ title, ...rest }) => rest),
        )
        expect(valid(parse(written)), JSON.stringify(valid.errors)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

describe('what is wrong with a baseline is said with its place', () => {
  const one = (lines: string) => `entries:\n  - ${lines.replaceAll('\n', '\n    ')}\n`
  const mistakes: readonly (readonly [name: string, text: string, ...says: string[]])[] = [
    ['no YAML', 'entries: [', 'b.yaml:1:11: not valid YAML'],
    ['no map', '- a', 'b.yaml:1:1: a baseline is a map'],
    ['nothing', '', 'b.yaml:1:1: a baseline is a map'],
    ['another key', 'entrys: []', 'b.yaml:1:1: unknown key "entrys". Did you mean "entries"?'],
    ['no list', 'entries: 7', 'b.yaml:1:10: entries takes a list.'],
    ['no entry', 'entries: [x]', 'b.yaml:1:11: an entry is a map'],
    ['nothing in an entry', one('id: a'), 'b.yaml:2:5: the entry has no reason.', 'the entry has no until.'],
    ['an empty reason', one('id: a\nreason: " "\nuntil: 2027-01-31'), 'b.yaml:3:13: reason takes a text'],
    ['no such day', one('id: a\nreason: b\nuntil: 2027-02-30'), 'b.yaml:4:12: until is "2027-02-30"'],
    ['a number', one('id: 12\nreason: b\nuntil: 2027-02-01'), 'b.yaml:2:9: id takes a text'],
    [
      'an outcome that cannot be excused',
      one('id: a\noutcome: error\nreason: b\nuntil: 2027-02-01'),
      'b.yaml:3:14: outcome is "error"; it takes one of fail, blocked, warn.',
    ],
    [
      'one id twice',
      `${one('id: a\nreason: b\nuntil: 2027-02-01')}  - id: a\n    reason: c\n    until: 2027-02-01\n`,
      'b.yaml:5:5: a has an entry already, in line 2.',
    ],
    [
      'a misspelt key',
      one('id: a\nreson: b\nuntil: 2027-02-01'),
      'b.yaml:3:5: unknown key "reson". Did you mean "reason"?',
    ],
  ]

  it.each(mistakes)('%s', (_, text, ...says) => {
    const problem = problemOf(text)
    for (const part of says) expect(problem).toContain(part)
  })

  it('the schema refuses the same, but for days that the calendar lacks and ids that are there twice', () => {
    const refused = mistakes.filter(([name, text]) => !/YAML|such day|twice/.test(name) && valid(parse(text)))
    expect(refused.map(([name]) => name)).toEqual([])
  })
})

function problemOf(text: string): string {
  try {
    parseBaseline(text, 'b.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as Error).message
  }
  throw new Error('nothing was refused')
}

it.each(['2027-02-28', '2028-02-29', '2026-11-22'])('%s is a day', (day) => expect(isDay(day)).toBe(true))
it.each(['2027-02-29', '2027-13-01', '27-01-01', '2027-1-1', 'tomorrow', ''])('%j is none', (day) =>
  expect(isDay(day)).toBe(false),
)
