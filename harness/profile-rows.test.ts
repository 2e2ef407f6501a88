import { expect, it } from 'vitest'
import { type Requirement, toRequirement } from '#requirements'
import { judgeRows } from './profile-rows.ts'
import type { Outcome, Verdict } from './verdict.ts'

function row(
  name: string,
  severity: string,
  rest: Partial<Pick<Requirement, 'mapped' | 'unobservable' | 'subject'>> = {},
): Requirement {
  const texts = { level: 'MUST', basis: 'profile', subject: 'server', observable: 'yes' }
  return toRequirement({ id: `trial/${name}`, requirement: name, severity, ...texts, ...rest })
}

function verdict(id: string, outcome: Outcome, red: string[] = [], requirements = red): Verdict {
  const findings = red.map((requirement) => ({
    ...{ requirement, level: 'MUST', severity: 'fail', what: 'status', expected: 200, actual: 500 },
  })) as unknown as Verdict['findings']
  const known = requirements as unknown as Verdict['requirements']
  return { id, kind: 'check', title: id, outcome, requirements: known, claims: {}, findings, exchanges: [] }
}

const outcomes = (rows: Requirement[], verdicts: Verdict[]) =>
  judgeRows(rows, verdicts).map(({ outcome, by }) => [outcome, by])

it('a row is as bad as the worst that it is mapped to, and says which that is', () => {
  const rows = [row('a', 'fail', { mapped: ['filter/', 'read/one[b]'] })]
  const verdicts = [
    verdict('filter/x', 'pass'),
    verdict('read/one[b]', 'fail'),
    verdict('read/one[a]', 'error'),
  ]
  expect(outcomes(rows, verdicts)).toEqual([['fail', ['read/one[b]']]])
})

it('what is recommended fails nobody, and what may be done does not even warn', () => {
  const mapped = ['read/one']
  const rows = [row('a', 'warn', { mapped }), row('b', 'note', { mapped })]
  expect(outcomes(rows, [verdict('read/one', 'fail')])).toEqual([
    ['warn', ['read/one']],
    ['pass', ['read/one']],
  ])
})

it('of a check that proves several rows each has its own findings', () => {
  const both = ['trial/a', 'trial/b']
  const rows = [row('a', 'fail'), row('b', 'fail')]
  expect(outcomes(rows, [verdict('trial/check', 'fail', ['trial/a'], both)])).toEqual([
    ['fail', ['trial/check']],
    ['pass', ['trial/check']],
  ])
  expect(outcomes(rows, [verdict('trial/check', 'blocked', [], both)])).toEqual([
    ['blocked', ['trial/check']],
    ['blocked', ['trial/check']],
  ])
})

it('a case that does not apply says nothing where another one does', () => {
  const rows = [row('a', 'fail', { mapped: ['read/one'] })]
  const idle = verdict('read/one[a]', 'not-applicable')
  expect(outcomes(rows, [idle, verdict('read/one[b]', 'pass')])).toEqual([['pass', ['read/one[b]']]])
  expect(outcomes(rows, [idle])).toEqual([['not-applicable', ['read/one[a]']]])
})

it('what was not part of the run is told from what no test can see; rows about clients are left out', () => {
  const rows = [
    row('a', 'fail', { mapped: ['read/one'] }),
    row('b', 'fail', { unobservable: 'it happens elsewhere' }),
    row('c', 'fail', { subject: 'client' }),
  ]
  expect(outcomes(rows, [verdict('create/one', 'pass')])).toEqual([
    ['not-run', []],
    ['not-judged', []],
  ])
})
