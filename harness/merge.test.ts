import { expect, it } from 'vitest'
import type { Exchange } from '#scim'
import { mismatchOf, prefixOf, type RecordPart, renamed, wholeOf } from './merge.ts'
import type { Item } from './plan.ts'
import type { Ending, RunEvent, RunInfo, RunRecord } from './record.ts'

const info = (index: number, of: number, more: Partial<RunInfo> = {}): RunInfo => ({
  tool: { name: 'scim-test', version: '1' },
  node: 'v20',
  run: `run${index}`,
  seed: '1',
  started: `2026-11-22T10:00:0${index}.000Z`,
  target: { base: 'https://scim.test/v2', embedded: false, hostClass: 'test' },
  profile: { id: 'rfc', title: '', waived: [] },
  strict: false,
  only: [],
  shard: { index, of },
  concurrency: 8,
  command: [],
  ...more,
})
const ending = (second: number, more: Partial<Ending> = {}): Ending => ({
  finished: `2026-11-22T10:00:${second}.000Z`,
  ms: 1,
  requests: 7,
  interrupted: false,
  left: [],
  ...more,
})
const item = (id: string, ordinal: number) => ({ id, ordinal }) as Item

const part = (index: number, of: number, more: Partial<RunRecord> = {}): RecordPart => ({
  file: `part-${index}`,
  record: {
    info: info(index, of),
    items: [item('rule', 9), item(`check-${index}`, index)],
    contracts: [],
    ending: ending(20 + index),
    ...more,
  } as RunRecord,
})

it('all parts of one run make a whole, in any order', () => {
  expect(mismatchOf([part(2, 3), part(1, 3), part(3, 3)])).toBeUndefined()
  expect(mismatchOf([part(1, 1)])).toBeUndefined()
})

it('what is missing, there twice, or of no part, is named', () => {
  expect(mismatchOf([])).toMatchObject({ kind: 'missing' })
  expect(mismatchOf([part(2, 4), part(4, 4)])).toEqual({ kind: 'missing', parts: ['1/4', '3/4'] })
  expect(mismatchOf([part(1, 2), part(1, 2)])).toMatchObject({ kind: 'twice', part: '1/2' })
  const { shard, ...whole } = info(1, 2)
  expect(mismatchOf([part(1, 2), { file: 'x', record: { ...part(1, 2).record, info: whole } }])).toEqual({
    kind: 'no-part',
    file: 'x',
  })
})

it.each<[string, Partial<RunInfo>]>([
  ['version', { tool: { name: 'scim-test', version: '2' } }],
  ['target', { target: { base: 'https://other.test', embedded: false, hostClass: 'test' } }],
  ['profile', { profile: { id: 'fiks-current', title: '', waived: [] } }],
  ['strict', { strict: true }],
  ['seed', { seed: '2' }],
  ['only', { only: ['patch'] }],
  ['parts', { shard: { index: 2, of: 3 } }],
])('parts with another %s are of another run', (what, more) => {
  const other = part(2, 2, { info: info(2, 2, more) })
  expect(mismatchOf([part(1, 2), other])).toMatchObject({ kind: 'other', file: 'part-2', what })
})

it('embedded endpoints are one target, whatever their ports', () => {
  const at = (index: number) =>
    part(index, 2, {
      info: info(index, 2, {
        target: { base: `http://127.0.0.1:${index}`, embedded: true, hostClass: 'local' },
      }),
    })
  expect(mismatchOf([at(1), at(2)])).toBeUndefined()
})

it('the whole has the plan of all, once, and lasts from the first start to the last end', () => {
  const left = [{ path: '/Users/1', answer: '500' }]
  const whole = wholeOf([part(2, 2), part(1, 2, { ending: ending(30, { left, requests: 3 }) })])
  expect(whole.info).toMatchObject({ run: 'run2+run1', started: '2026-11-22T10:00:01.000Z' })
  expect(whole.info.shard).toBeUndefined()
  expect(whole.items.map(({ id }) => id)).toEqual(['check-1', 'check-2', 'rule'])
  expect(whole.ending).toEqual({ ...ending(30), ms: 29_000, requests: 10, left })
})

it('one part that was killed or interrupted leaves the whole interrupted', () => {
  const { ending: _, ...killed } = part(2, 2).record
  expect(wholeOf([part(1, 2), { file: 'b', record: killed }]).ending.interrupted).toBe(true)
  expect(
    wholeOf([part(1, 2), part(2, 2, { ending: ending(21, { interrupted: true }) })]).ending.interrupted,
  ).toBe(true)
})

it('exchanges have other ids wherever they are named', () => {
  const events = [
    { event: 'exchange', exchange: { id: 'x1', by: 'a' } as Exchange },
    { event: 'step', play: 'p', exchange: 'x2', note: 'x2' },
    { event: 'item', item: { id: 'a', seen: { made: 'x3', read: ['x4', 'x5'] } } },
    {
      event: 'item',
      item: {
        id: 'p',
        play: {
          result: { divergences: [{ exchange: 'x6' }, {}], comparisons: 1, timeline: ['x6'] },
          steps: [{ exchange: 'x7', note: '' }],
          exchanges: ['x8'],
        },
      },
    },
    { event: 'item', item: { id: 'b', ended: { outcome: 'blocked', reason: 'x9' } } },
    { event: 'verdict', verdict: { id: 'a', exchanges: ['x3'], findings: [{ exchange: 'x4' }, {}] } },
    { event: 'told', play: 'p', entry: 'x1' },
  ] as unknown as RunEvent[]
  const text = JSON.stringify(events.map((event) => renamed(event, 'b.')))
  expect([...text.matchAll(/b\.x\d/g)].map(String)).toEqual(
    ['x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x3', 'x4'].map((id) => `b.${id}`),
  )
})

it('each of very many parts has letters of its own', () => {
  const all = Array.from({ length: 2000 }, (_, n) => prefixOf(n))
  expect(new Set(all).size).toBe(2000)
  expect([all[0], all[25], all[26], all[702]]).toEqual(['a.', 'z.', 'aa.', 'aaa.'])
  for (const prefix of all) expect(prefix).toMatch(/^[a-z]+\.$/)
})
