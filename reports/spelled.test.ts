import { expect, it } from 'vitest'
import { en, nb } from '#harness'
import { momentText, secondsText } from './spelled.ts'

it('spells seconds as the language does', () => {
  expect([secondsText(6249, en), secondsText(6249, nb)]).toEqual(['6.2 s', '6,2 s'])
  expect([secondsText(1_234_567, en), secondsText(1_234_567, nb)]).toEqual(['1,234.6 s', '1\u00a0234,6 s'])
})

it('spells a moment in UTC, wherever it is read', () => {
  const iso = '2026-12-31T23:30:05.123Z'
  expect(momentText(iso, en)).toBe('31 December 2026, 23:30 UTC')
  expect(momentText(iso, nb)).toBe('31. desember 2026 kl. 23:30 UTC')
  expect(momentText('2027-01-01T00:30:00+01:00', nb)).toBe('31. desember 2026 kl. 23:30 UTC')
  expect(momentText('yesterday', nb)).toBe('yesterday')
})

it('counts as the language does', () => {
  expect([en.run.requests(12_345), nb.run.requests(12_345)]).toEqual([
    '12,345 requests',
    '12\u00a0345 forespørsler',
  ])
  expect([nb.counted.warn(1), nb.counted.warn(2), nb.counted.pass(2)]).toEqual([
    '1 advarsel',
    '2 advarsler',
    '2 bestått',
  ])
})
