import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Exchange } from '#scim'
import type { Facts } from './facts.ts'
import { fromEvents, openRecord, RECORD_VERSION, type RunEvent, type RunInfo, readRecord } from './record.ts'
import { LONGEST_TEXT } from './short-texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'scim-test-record-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PLAY = 'eadm/story'
const request = { method: 'GET', path: '/Users/æøå', headers: {} } as const

function exchange(n: number, text = JSON.stringify({ id: `u${n}` })): Exchange {
  const response = { status: 200, headers: [], text, body: JSON.parse(text) as object }
  return { id: `x${n}`, by: n % 2 ? PLAY : 'other', request, response, at: n, ms: 1 } as unknown as Exchange
}

const HEAD: readonly RunEvent[] = [
  { event: 'run', version: RECORD_VERSION, info: { run: 'abc' } as RunInfo },
  { event: 'facts', facts: { base: 'https://scim.example.test' } as Facts },
]
const MANY = 2_500
const steps = Array.from({ length: MANY }, (_, n): RunEvent[] => [
  { event: 'exchange', exchange: exchange(n + 1) },
  { event: 'step', play: PLAY, exchange: `x${n + 1}`, note: { doing: `step ${n}` } },
])
const result = { divergences: [], comparisons: 1, timeline: [] }
const events: readonly RunEvent[] = [
  ...HEAD,
  { event: 'told', play: PLAY, entry: { event: 'hire kari', at: 0 } },
  ...steps.flat(),
  { event: 'item', item: { id: PLAY, play: { result, steps: [], requests: MANY, exchanges: ['x1'] } } },
]

function written(name: string, all: readonly RunEvent[]): string {
  const file = join(folder, name)
  const record = openRecord(file)
  for (const event of all) record.write(event)
  record.close()
  return file
}

const file = written('run.ndjson', events)

describe('a record', () => {
  it('comes back as it was written', () => {
    expect(readRecord(file)).toEqual(fromEvents(events, file))
  })

  it('keeps what is asked for, and the first steps of a play', () => {
    const { exchanges, records, sums } = readRecord(file, { keep: (id) => id === 'x2400' })
    expect([...exchanges.keys()]).toEqual(['x2400'])
    const [one] = records
    if (!one || !('play' in one)) throw new Error('the record has no play')
    const { steps: kept, result: told, requests } = one.play
    expect([kept.length, kept.at(-1), requests]).toEqual([
      2_001,
      { exchange: 'x2400', note: { doing: 'step 2399' }, index: 2_399 },
      MANY,
    ])
    expect(told.timeline).toEqual([{ event: 'hire kari', at: 0 }])
    // What was passed over unread is not counted.
    expect(sums?.requests).toBe(1)
  })

  it('shows every exchange in order to who wants to see them, and counts them', () => {
    const seen: string[] = []
    const { exchanges, sums } = readRecord(file, { keep: () => false, onExchange: ({ id }) => seen.push(id) })
    expect(seen).toEqual(steps.map((_, n) => `x${n + 1}`))
    expect([exchanges.size, sums?.requests, sums?.last]).toEqual([0, MANY, MANY + 1])
    expect(sums?.spent.get(PLAY)).toEqual({ requests: MANY / 2, ms: MANY / 2 })
  })

  it('leaves out a text that was cut, where the body begins with it, and puts it back', () => {
    const long = JSON.stringify({
      id: 'u1',
      members: Array.from({ length: 9_000 }, (_, n) => ({ value: `m${n}` })),
    })
    const { response, ...rest } = exchange(1, long)
    const own = (text: string) =>
      ({ ...rest, response: { ...response, text, cut: true } }) as unknown as Exchange
    const texts = [long.slice(0, LONGEST_TEXT), `${long.slice(0, LONGEST_TEXT - 1)} `]
    const all = texts.map(
      (text): RunEvent => ({ event: 'exchange', exchange: { ...own(text), id: text.slice(-1) } }),
    )
    const other = written('cut.ndjson', [...HEAD, ...all])
    const lines = readFileSync(other, 'utf8').split('\n').slice(HEAD.length, -1)
    expect(lines.map((line) => line.length > long.length + LONGEST_TEXT)).toEqual([false, true])
    const found = [...readRecord(other).exchanges.values()].map((one) => one.response?.text)
    expect(found).toEqual(texts)
  })

  it('has the body of an answer as it came, and its text from there', () => {
    const long = `{ "id" : "\\u00e6", "letters": 3, "members": [${'{"value": "æ}}}"},'.repeat(2_000)}{}] }`
    const came = ['{"id":"u\\/1", "a": 1.0}', long]
    const all = came.map((json, n): RunEvent => {
      const one = exchange(n, json)
      const cut = json === long ? { text: json.slice(0, LONGEST_TEXT), cut: true } : {}
      return {
        event: 'exchange',
        json,
        exchange: { ...one, response: { ...one.response, ...cut } } as Exchange,
      }
    })
    const other = written('as-it-came.ndjson', [...HEAD, ...all])
    expect([...readRecord(other).exchanges]).toEqual([...fromEvents([...HEAD, ...all], other).exchanges])
    const lines = readFileSync(other, 'utf8').split('\n').slice(HEAD.length, -1)
    for (const [n, json] of came.entries()) {
      expect(lines[n]).toContain(`"body":${json}}`)
      expect(lines[n]?.length).toBeLessThan(json.length + 300)
    }
  })

  it('cuts no letter in two where it writes a long line in parts', () => {
    for (const before of ['', 'a']) {
      const long = JSON.stringify({ id: before + '\u{1f469}'.repeat(200_000) })
      const other = written('astral.ndjson', [...HEAD, { event: 'exchange', exchange: exchange(1, long) }])
      expect(readRecord(other).exchanges.get('x1')?.response?.text === long).toBe(true)
    }
  })

  it('has lines that are longer than what is read at once', () => {
    const long = JSON.stringify({ id: 'æ'.repeat(1_500_000) })
    const other = written('long.ndjson', [...HEAD, { event: 'exchange', exchange: exchange(1, long) }])
    expect(readRecord(other).exchanges.get('x1')?.response?.text).toBe(long)
  })

  it('of version 1, with the steps in the record of the play, is read as well', () => {
    const old = [{ exchange: 'x1', note: 'first' }]
    const play = { result: { ...result, timeline: [{ sync: 1 }] }, steps: old }
    const lines: RunEvent[] = [
      { event: 'run', version: 1, info: {} as RunInfo },
      HEAD[1] as RunEvent,
      { event: 'item', item: { id: PLAY, play } },
    ]
    expect(readRecord(written('old.ndjson', lines)).records).toEqual([{ id: PLAY, play }])
  })

  it.each([
    [
      'another version',
      '{"event":"run","version":99,"info":{}}\n{"event":"facts","facts":{}}\n',
      /version 99/,
    ],
    ['no head', '{"event":"facts","facts":{}}\n', /no run line/],
    ['a broken line', '{"event":"run","version":2,"info":{}}\n{"event":\n', /line 2: not an event/],
  ])('with %s is refused', (_, text, says) => {
    const bad = join(folder, 'bad.ndjson')
    writeFileSync(bad, text)
    expect(() => readRecord(bad)).toThrow(says)
  })
})
