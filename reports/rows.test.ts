import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { nb } from '#harness'
import { type Requirement, toRequirement } from '#requirements'
import { anchor } from './html/verdict.ts'
import { renderHtml } from './html.ts'
import { buildReport } from './model.ts'
import { sampleRecord } from './sample-record.sample.ts'

const red = sampleRecord.verdicts.find(({ outcome }) => outcome === 'fail') ?? expect.unreachable()

function row(name: string, rest: Partial<Pick<Requirement, 'mapped' | 'unobservable' | 'nb'>>): Requirement {
  const texts = { level: 'MUST', basis: 'profile', severity: 'fail', subject: 'server', observable: 'yes' }
  const known = { source: 'A document', confidence: 'documented' }
  return toRequirement({
    id: `trial/${name}`,
    requirement: `The text of <${name}>.`,
    ...texts,
    ...known,
    ...rest,
  })
}

const own = [
  row('red', { mapped: [red.id], nb: 'Teksten på <bokmål>.' }),
  row('idle', { mapped: ['nothing/here'] }),
  row('hidden', { unobservable: 'it happens elsewhere' }),
]
const report = buildReport(sampleRecord, undefined, own)

it('the report says requirement by requirement what came of a profile, as its schema has it', () => {
  const schema = new URL('schema/report.schema.json', import.meta.url)
  const valid = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')))
  expect(valid(JSON.parse(JSON.stringify(report))), JSON.stringify(valid.errors)).toBe(true)
  expect(report.rows).toMatchObject([
    { id: 'trial/red', outcome: 'fail', by: [red.id], confidence: 'documented', source: 'A document' },
    { id: 'trial/idle', outcome: 'not-run', by: [] },
    { id: 'trial/hidden', outcome: 'not-judged', by: [], why: 'it happens elsewhere' },
  ])
})

it('is without rows where the profile brings none, and where a client was judged', () => {
  expect(buildReport(sampleRecord).rows).toBeUndefined()
  const info = { ...sampleRecord.info, subject: 'client' as const }
  expect(buildReport({ ...sampleRecord, info }, undefined, own).rows).toBeUndefined()
})

it('the page lists them, with links to the verdicts that say so, in the language of the reader', () => {
  const [english, norwegian] = [renderHtml(report), renderHtml(report, nb)]
  const rows = (page: string) => page.slice(page.indexOf('id="rows"'))
  expect(rows(english)).toContain('The text of &lt;red&gt;.')
  expect(rows(english)).toContain(`href="#${anchor(red.id)}"`)
  expect(rows(english)).toContain('it happens elsewhere')
  expect(rows(norwegian)).toContain('Teksten på &lt;bokmål&gt;.')
  expect(rows(norwegian)).toContain('kan ikke ses av noen test'.replace(/^k/, 'K'))
  expect(renderHtml(buildReport(sampleRecord))).not.toContain('id="rows"')
})
