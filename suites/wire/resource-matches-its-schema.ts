import { type Claims, defineRule } from '#check'
import { answering, type Exchange } from '#scim'
import { type Violation, validateResource } from '#scim/schema'
import { modelOf } from './model.part.ts'
import { shownAs } from './shown.part.ts'

const BASE64URL = /^[\w-]+={0,2}$/
const ROWS = [
  ['RFC7643-2.3-02', ({ kind }: Violation) => kind === 'type'],
  ['RFC7643-2.4-01', ({ kind }: Violation) => kind === 'multiplicity'],
  ['RFC7644-3.8-09', ({ kind }: Violation) => kind === 'type' || kind === 'multiplicity'],
  ['RFC7643-7-34', ({ kind }: Violation) => kind === 'never-returned'],
  ['RFC7643-2.3.5-02', ({ expected }: Violation) => expected.startsWith('an xsd:dateTime')],
  ['RFC7643-2.3.7-02', ({ expected, kind }: Violation) => kind === 'format' && expected.includes('URI')],
  // RFC7643-2.3.6-02 leaves the other alphabet to attributes.
  [
    'RFC7643-2.3.6-01',
    ({ expected, kind, actual }: Violation) =>
      kind === 'format' && expected.startsWith('base64') && !BASE64URL.test(String(actual)),
  ],
] as const
type Row = (typeof ROWS)[number][0]

function claimAll(found: readonly Violation[], exchange: Exchange, claim: Claims<Row>): void {
  for (const [row, test] of ROWS) {
    const wrong = found.filter(test)
    if (wrong.length === 0) claim(row, exchange).holds(true, { expected: 'its schemas', actual: null })
    for (const { attribute, pointer, expected, actual } of wrong)
      claim(row, exchange).holds(false, { what: attribute ?? pointer, expected, actual })
  }
}

export default defineRule({
  id: 'wire/resource-matches-its-schema',
  title: 'Values have the type, number and format of their schema',
  proves: ROWS.map(([row]) => row),
  breaks: 'Booleans as strings and other JSON types: incident families A6 and P4.',

  judge(exchange, claim, facts) {
    for (const { type, resource, isForeign } of shownAs(exchange, facts)) {
      if (isForeign) continue
      const found = validateResource(resource, modelOf(type, facts), 'response', { partial: true })
      claimAll(found, exchange, claim)
    }
  },

  counterexample: (exchange) => {
    const dates = { displayName: 7, meta: { created: '2026-01-01', location: 'over there' } }
    const values = {
      externalId: ['a', 'b'],
      password: 't1meMa$heen',
      x509Certificates: [{ value: 'not base64!' }],
    }
    return [dates, values].map((wrong) => answering(exchange, { body: { id: '2819', ...wrong } }))
  },
})
