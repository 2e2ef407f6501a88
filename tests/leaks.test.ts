import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newBaseline } from '#bin/baseline-file'
import { type Settings, secretsOf } from '#bin/run/settings'
import {
  createRedactor,
  en,
  nb,
  observe,
  type Redactor,
  type RunRecord,
  TransportFailure,
  type Verdict,
  type WireResponse,
  withoutText,
} from '#harness'
import { syntheticIdentityNumber } from '#people'
import {
  buildReport,
  renderAnnotations,
  renderConsole,
  renderHtml,
  renderJunit,
  renderMarkdown,
  renderSarif,
} from '#reports'
import type { Exchange, Json } from '#scim'
import { sampleRecord } from '../reports/sample-record.sample.ts'
import { FORMS, holds, readings } from './leaks.sample.ts'

/** Cases that end up in one record together, so that a thousand of them take seconds and not minutes. */
const TOGETHER = 110
const RECORDS = 10

/** What the settings of a run may hold; each value is made for the test and stands for nothing. */
const SETTINGS: Pick<Settings, 'auth' | 'tls' | 'proxy' | 'headers' | 'tokens'> = {
  auth: { type: 'basic', username: 'kari', password: 'pass/w0rd+of "Kåri" & <co>' },
  tls: { passphrase: "phrase'of\\the key=" },
  proxy: 'http://via:p%40ssage%2Fto-proxy@127.0.0.1:3128',
  headers: { cookie: 'session=c00kie/of~the=run; other="se cond;cookie"', 'x-key': 'k3y:of/the+header==' },
  tokens: { other: 'toke/n.of+another_source-1==', revoked: 'r€voked token\tof "old"' },
}
const CLIENT_SECRET = 'client&secret=<of>/"tøken\\endpoint"'
const KNOWN = [...secretsOf(SETTINGS, {}), CLIENT_SECRET]
const NUMBERS = ['1961-02-27', '1984-12-02', '2003-07-31'].map((born) => syntheticIdentityNumber(born))

interface Planted {
  readonly what: string
  readonly form: string
  readonly place: (typeof PLACES)[number]
}

const PLACES = [
  'request path',
  'request header',
  'request body',
  'request member name',
  'request text',
  'response header',
  'response header name',
  'response cookie',
  'response body',
  'response member name',
  'response deep in the body',
  'response text',
  'response across the cut',
  'response of raw escapes',
  'response of raw escapes in no JSON',
  'failure',
] as const

const planted: fc.Arbitrary<Planted> = fc.record({
  what: fc.constantFrom(...KNOWN, ...NUMBERS),
  form: fc.constantFrom(...Object.keys(FORMS)),
  place: fc.constantFrom(...PLACES),
})

const cases = fc.sample(planted, { numRuns: TOGETHER * RECORDS, seed: 20261122 })
const formed = ({ what, form }: Planted) => FORMS[form]?.(what) ?? what

function exchangeWith(one: Planted, n: number, redactor: Redactor): Exchange {
  const text = formed(one)
  const at = (place: Planted['place'], then: string, otherwise = 'nothing') =>
    one.place === place ? then : otherwise
  const body = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: `u${n}`,
    note: at('request body', `before ${text} after`),
    [at('request member name', text, 'member')]: 1,
  }
  const request = {
    method: 'POST' as const,
    path: `/Users?filter=${at('request path', encoded(text))}`,
    ...(one.place === 'request text' ? { text: `{"a":"${text}"` } : { body }),
  }
  const sent = {
    id: `x${n}`,
    by: `leak/case-${n}`,
    request,
    headers: { accept: 'application/scim+json', 'x-note': at('request header', text) },
    at: n,
    ms: 1,
  }
  const answer =
    one.place === 'failure' ? new TransportFailure('protocol', `saw ${text} there`) : answerWith(one, text)
  return observe(sent, answer, { redactor, ours: () => true }).exchange
}

/** What cannot stand in an address as it is. */
const encoded = (text: string) => text.replace(/[^!-~]|["<>#]/g, (char) => encodeURIComponent(char))

function answerWith({ place, what }: Planted, text: string): WireResponse {
  const at = (where: Planted['place'], otherwise = 'nothing') => (place === where ? text : otherwise)
  const headers: [string, string][] = [
    ['Content-Type', 'application/scim+json'],
    ['X-Note', at('response header')],
    ['Set-Cookie', `a=${at('response cookie')}; Secure; Path=/`],
    [at('response header name', 'X-Name'), '1'],
  ]
  const body: Json = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '500',
    detail: `sorry, ${at('response body')}: that went wrong`,
    [at('response member name', 'member')]: [{ deep: [[{ value: at('response deep in the body') }]] }],
  }
  return { status: 500, headers, body: new TextEncoder().encode(textOf(place, what, text, body)) }
}

/** So much of an answer's text is kept. */
const KEPT = 16_384

function textOf(place: Planted['place'], what: string, text: string, body: Json): string {
  if (place === 'response text') return `<html><p title="${text}">${text}</p></html>`
  if (place === 'response across the cut') return `${' '.repeat(KEPT - Math.ceil(text.length / 2))}${text}`
  if (place === 'response of raw escapes') return `{"detail":"${escaped(what)}"}`
  if (place === 'response of raw escapes in no JSON') return `{"detail":"${escaped(what)}`
  return JSON.stringify(body)
}

const escaped = (text: string) =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** What judges and reporters make of such exchanges. */
function recordOf(exchanges: readonly Exchange[]): RunRecord {
  const verdicts = exchanges.map((exchange): Verdict => {
    const { response, failure } = exchange
    const said = failure?.message ?? JSON.stringify(response?.body ?? response?.text ?? '')
    return {
      id: exchange.by,
      kind: 'check',
      title: 'Nothing leaks',
      outcome: response ? 'fail' : 'blocked',
      requirements: ['RFC7644-3.12-01'],
      claims: { 'RFC7644-3.12-01': 1 },
      reason: `could not create a User: ${exchange.request.path} answered ${said.slice(0, 200)}`,
      exchanges: [exchange.id],
      findings: response
        ? [
            {
              requirement: 'RFC7644-3.12-01',
              level: 'MUST',
              severity: 'fail',
              what: 'body',
              expected: 'nothing',
              actual: (response.body ?? response.text) as Json,
              exchange: exchange.id,
            },
          ]
        : [],
    }
  })
  const all = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  return { ...sampleRecord, items: [], records: [], exchanges: all, verdicts }
}

const CUT = 'response across the cut'
const half = (text: string) => text.slice(0, Math.ceil(text.length / 2) - 1)

/** @param both whether the page is made in the other language too: that takes its time, and only our own words differ */
function outputsOf(record: RunRecord, both: boolean): Record<string, string> {
  const report = buildReport(record)
  const files: string[] = []
  const entries = record.verdicts.map(({ id, title, reason = '' }) => ({
    id,
    title,
    outcome: 'fail' as const,
    reason,
    until: '2027-01-01',
  }))
  return {
    'run.ndjson': [...record.exchanges.values()].map((one) => JSON.stringify(withoutText(one))).join('\n'),
    'report.json': JSON.stringify(report),
    'report.html': renderHtml(report, en),
    ...(both ? { 'report.html in bokmål': renderHtml(report, nb) } : {}),
    'report.md': renderMarkdown(report, en),
    'report.sarif': renderSarif(report),
    'junit.xml': renderJunit(report),
    console: renderConsole(report, { colour: false, width: 100, quiet: false, files }, en),
    annotations: renderAnnotations(report, en),
    'curl lines': Object.values(report.exchanges)
      .map(({ curl }) => curl)
      .join('\n'),
    baseline: newBaseline(entries),
  }
}

/** Secrets that somebody could read out of an output, by the case that put them there. */
function leaksOf(together: readonly Planted[], redactor: Redactor): string[] {
  const exchanges = together.map((one, n) => exchangeWith(one, n, redactor))
  const outputs = Object.entries(outputsOf(recordOf(exchanges), together === batches[0]))
  const read = outputs.map(([name, text]) => [name, readings(text)] as const)
  // Of what was cut in two, either half would be too much.
  const wanted = new Set(
    together.flatMap((one) =>
      one.place === CUT && one.what.length > 9 ? [one.what, half(one.what)] : [one.what],
    ),
  )
  return read.flatMap(([name, texts]) =>
    [...wanted]
      .filter((what) => holds(texts, what))
      .map(
        (what) =>
          `${name}: ${what} of ${together.filter((one) => one.what.startsWith(what)).map(({ form, place }) => `${form} in ${place}`)}`,
      ),
  )
}

/** The rule for identity numbers switched off: what it puts in their place is put back. */
function seeingNoNumbers(full: Redactor): Redactor {
  return {
    ...full,
    text: (value) => full.restore(full.text(value)),
    json: (value) => full.restoreJson(full.json(value)),
  }
}

const batches = Array.from({ length: RECORDS }, (_, n) => cases.slice(n * TOGETHER, (n + 1) * TOGETHER))

it(`shows none of ${TOGETHER * RECORDS} secrets and identity numbers in any output`, {
  timeout: 120_000,
}, () => {
  const leaks = batches.flatMap((together) => leaksOf(together, createRedactor(KNOWN, 'salt')))
  expect(leaks).toEqual([])
})

it.each([
  ['a secret that it was not told of', () => createRedactor(KNOWN.slice(1), 'salt'), KNOWN.slice(0, 1)],
  ['identity numbers', () => seeingNoNumbers(createRedactor(KNOWN, 'salt')), NUMBERS],
])('sees what a redactor lets through that leaves out %s', (_, blind, forgotten) => {
  const leaks = leaksOf(batches[1] as Planted[], blind())
  for (const one of forgotten) expect(leaks.some((leak) => leak.includes(one))).toBe(true)
})
