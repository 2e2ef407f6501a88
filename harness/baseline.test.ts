import { expect, it } from 'vitest'
import { type Baseline, type BaselineEntry, type FailOn, judgeGate, type Selection } from './baseline.ts'
import { inShard } from './shard.ts'
import type { Kind, Outcome } from './verdict.ts'

const TODAY = '2026-11-22'
const entry = (id: string, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  id,
  outcome: 'fail',
  reason: 'known',
  until: '2027-01-31',
  ...more,
})
const verdict = (id: string, outcome: Outcome, kind: Kind = 'check') => ({ id, outcome, kind })
const ALL: Selection = { only: [] }

interface Trial {
  readonly entries?: readonly BaselineEntry[]
  readonly failOn?: FailOn
  readonly selection?: Selection
  readonly today?: string
}

function judged(verdicts: Parameters<typeof judgeGate>[0], trial: Trial = {}) {
  const { entries, failOn = 'blocked', selection = ALL, today = TODAY } = trial
  const baseline: Baseline | undefined = entries && { file: 'b.yaml', entries }
  const gate = judgeGate(verdicts, selection, { failOn, today, ...(baseline ? { baseline } : {}) })
  return {
    passes: gate.passes,
    red: gate.red,
    excused: [...gate.excused.keys()],
    stale: gate.baseline?.stale.map(({ id, why }) => `${id} ${why}`) ?? [],
    untried: gate.baseline?.untried ?? 0,
  }
}

const green = { passes: true, red: [], excused: [], stale: [], untried: 0 }
const PASS = verdict('p', 'pass')

it('a failure that is known passes, a new one does not', () => {
  const verdicts = [verdict('a', 'fail'), verdict('b', 'fail'), PASS]
  expect(judged(verdicts, { entries: [entry('a'), entry('b')] })).toEqual({ ...green, excused: ['a', 'b'] })
  expect(judged(verdicts, { entries: [entry('a')] })).toEqual({
    ...green,
    passes: false,
    excused: ['a'],
    red: ['b'],
  })
  expect(judged(verdicts)).toEqual({ ...green, passes: false, red: ['a', 'b'] })
})

it('an entry for one case does not excuse another', () => {
  const verdicts = [verdict('a[x]', 'fail'), verdict('a[y]', 'fail')]
  expect(judged(verdicts, { entries: [entry('a[x]')] })).toMatchObject({ excused: ['a[x]'], red: ['a[y]'] })
})

it.each(['pass', 'not-applicable'] as const)('an entry for what is %s now is red', (outcome) => {
  expect(judged([verdict('a', outcome), PASS], { entries: [entry('a')] })).toEqual({
    ...green,
    passes: false,
    stale: ['a fixed'],
  })
})

it('an entry counts to the end of its last day', () => {
  const verdicts = [verdict('a', 'fail')]
  const entries = [entry('a', { until: TODAY })]
  expect(judged(verdicts, { entries })).toMatchObject({ passes: true, excused: ['a'] })
  expect(judged(verdicts, { entries, today: '2026-11-23' })).toEqual({
    ...green,
    passes: false,
    red: ['a'],
    stale: ['a expired'],
  })
})

it('an entry that has expired and is fixed is only fixed', () =>
  expect(judged([verdict('a', 'pass')], { entries: [entry('a', { until: '2020-01-01' })] }).stale).toEqual([
    'a fixed',
  ]))

it('an entry that names nothing is red', () =>
  expect(judged([PASS], { entries: [entry('gone')] })).toEqual({
    ...green,
    passes: false,
    stale: ['gone unknown'],
  }))

it('an entry excuses its outcome and what is milder, and nothing worse', () => {
  const known = [entry('a', { outcome: 'blocked' })]
  expect(judged([verdict('a', 'blocked')], { entries: known })).toMatchObject({ passes: true })
  expect(judged([verdict('a', 'warn')], { entries: known, failOn: 'warn' })).toMatchObject({ passes: true })
  expect(judged([verdict('a', 'fail')], { entries: known })).toEqual({
    ...green,
    passes: false,
    red: ['a'],
    stale: ['a worse'],
  })
})

it('a failure that became a warning is fixed where warnings are not red', () => {
  const trial = { entries: [entry('a')] }
  expect(judged([verdict('a', 'warn')], trial).stale).toEqual(['a fixed'])
  expect(judged([verdict('a', 'warn')], { ...trial, failOn: 'warn' }).excused).toEqual(['a'])
})

it('what was not selected is neither fixed nor unknown', () => {
  const entries = [entry('patch/a'), entry('groups/a'), entry('patch/gone')]
  const selection = { only: ['patch'] }
  expect(judged([verdict('patch/a', 'fail')], { entries, selection })).toEqual({
    ...green,
    passes: false,
    excused: ['patch/a'],
    stale: ['patch/gone unknown'],
    untried: 1,
  })
})

it('in parts of a run, exactly one reports an entry that names nothing', () => {
  const parts = [1, 2, 3].map((index) => ({ index, of: 3 }))
  const found = parts.map((shard) =>
    judged([], { entries: [entry('x/gone')], selection: { only: [], shard } }),
  )
  expect(found.map(({ stale }) => stale.length)).toEqual(
    parts.map((shard) => (inShard('x/gone', shard) ? 1 : 0)),
  )
  expect(found.flatMap(({ stale }) => stale)).toHaveLength(1)
  expect(found.filter(({ passes }) => passes)).toHaveLength(2)
})

it('a rule that saw a part of the traffic is not fixed by it', () => {
  const entries = [entry('wire/rule')]
  const verdicts = [verdict('wire/rule', 'pass', 'rule')]
  expect(judged(verdicts, { entries }).stale).toEqual(['wire/rule fixed'])
  for (const selection of [{ only: ['wire'] }, { only: [], shard: { index: 1, of: 2 } }])
    expect(judged(verdicts, { entries, selection })).toMatchObject({ stale: [], untried: 1, passes: true })
})

it.each<[FailOn, Outcome[]]>([
  ['fail', ['fail']],
  ['blocked', ['fail', 'blocked']],
  ['warn', ['fail', 'blocked', 'warn']],
  ['never', []],
])('--fail-on %s', (failOn, red) => {
  const verdicts = (['fail', 'blocked', 'warn', 'pass', 'not-applicable'] as const).map((one) =>
    verdict(one, one),
  )
  expect(judged(verdicts, { failOn })).toMatchObject({ red, passes: red.length === 0 })
})

it('nothing excuses a fault of the harness', () => {
  const trial = { entries: [entry('a')], failOn: 'never' } as const
  expect(judged([verdict('a', 'error'), PASS], trial)).toMatchObject({
    passes: false,
    excused: [],
    stale: [],
  })
})

it('a run that tried nothing shows nothing, but a part of one may be empty', () => {
  const nothing = [verdict('a', 'not-applicable')]
  expect(judged(nothing).passes).toBe(false)
  expect(judged(nothing, { selection: { only: [], shard: { index: 2, of: 9 } } }).passes).toBe(true)
})
