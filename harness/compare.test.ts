import { expect, it } from 'vitest'
import type { RequirementId } from '#requirements'
import { compare, type Side } from './compare.ts'
import type { Finding, Outcome } from './verdict.ts'

const finding = (requirement: string, severity: Finding['severity'] = 'fail') =>
  ({ requirement: requirement as RequirementId, severity }) as Finding

const side = (outcomes: Readonly<Record<string, Outcome>>, more: Partial<Side> = {}): Side => ({
  verdicts: Object.entries(outcomes).map(([id, outcome]) => ({ id, title: id, outcome, findings: [] })),
  selection: { only: [] },
  ...more,
})

const changes = (a: Side, b: Side, failOn?: 'warn' | 'fail') =>
  compare(a, b, failOn).changes.map(({ id, change }) => `${id} ${change}`)

const OUTCOMES = ['error', 'fail', 'blocked', 'warn', 'pass', 'not-applicable'] as const
const TABLE: Readonly<Record<Outcome, readonly string[]>> = {
  //               error    fail      blocked   warn     pass     not-applicable
  error: ['', 'better', 'better', 'green', 'green', 'green'],
  fail: ['worse', '', 'better', 'green', 'green', 'green'],
  blocked: ['worse', 'worse', '', 'green', 'green', 'green'],
  warn: ['red', 'red', 'red', '', 'better', 'gone'],
  pass: ['red', 'red', 'red', 'worse', '', 'gone'],
  'not-applicable': ['red', 'red', 'red', 'new', 'new', ''],
}

it.each(OUTCOMES)('from %s', (from) => {
  const found = OUTCOMES.map((to) => compare(side({ a: from }), side({ a: to })).changes[0]?.change ?? '')
  expect(found).toEqual(TABLE[from])
})

it('is a regression where something red is new, redder, or was green', () => {
  const regressed = (a: Side, b: Side) => compare(a, b).regressed
  expect(regressed(side({ a: 'pass' }), side({ a: 'fail' }))).toBe(true)
  expect(regressed(side({ a: 'blocked' }), side({ a: 'fail' }))).toBe(true)
  expect(regressed(side({}), side({ a: 'fail' }))).toBe(true)
  expect(regressed(side({}), side({ a: 'pass' }))).toBe(false)
  expect(regressed(side({ a: 'fail' }), side({ a: 'fail' }))).toBe(false)
  expect(regressed(side({ a: 'fail' }), side({}))).toBe(false)
  expect(regressed(side({ a: 'pass' }), side({ a: 'warn' }))).toBe(false)
  expect(compare(side({ a: 'pass' }), side({ a: 'warn' }), 'warn').regressed).toBe(true)
})

it('what fails and breaks another requirement is worse; notes break nothing', () => {
  const failing = (...findings: Finding[]): Side => ({
    verdicts: [{ id: 'a', title: 'a', outcome: 'fail', findings }],
    selection: { only: [] },
  })
  const [change] = compare(
    failing(finding('R1')),
    failing(finding('R1'), finding('R2'), finding('R2')),
  ).changes
  expect(change).toMatchObject({ change: 'worse', breaks: ['R2'] })
  expect(changes(failing(finding('R1')), failing(finding('R1'), finding('R2', 'note')))).toEqual([])
})

it('what one of the two did not select is not compared', () => {
  const a = side({ 'patch/a': 'pass', 'groups/b': 'pass' })
  const b = side({ 'patch/a': 'fail' }, { selection: { only: ['patch'] } })
  expect(compare(a, b)).toMatchObject({ untried: 1, same: 0 })
  expect(changes(a, b)).toEqual(['patch/a red'])
})

it('what only one of them has is new or gone', () =>
  expect(changes(side({ a: 'pass', c: 'pass' }), side({ b: 'pass', c: 'pass' }))).toEqual([
    'a gone',
    'b new',
  ]))
