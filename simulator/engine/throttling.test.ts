import { expect, it } from 'vitest'
import { Patience, secondsUntil } from './throttling.ts'

it.each([
  ['seconds', '7', 1, 7],
  ['a date', 'Thu, 01 Jan 1970 00:00:30 GMT', 1, 20],
  ['a date that is over', 'Thu, 01 Jan 1970 00:00:05 GMT', 1, 0],
  ['nothing', undefined, 1, 300],
  ['nothing, for the third time', undefined, 3, 1200],
  ['something else', 'soon', 2, 600],
])('waits as long as a target says with %s', (_, header, tries, seconds) => {
  expect(secondsUntil(header, tries, 'Thu, 01 Jan 1970 00:00:10 GMT')).toBe(seconds)
})

it('takes a date for nothing where the answer does not say when it was sent', () => {
  expect(secondsUntil('Thu, 01 Jan 1970 00:00:30 GMT', 1)).toBe(300)
})

it('does not wait longer in all than there is time for', () => {
  const patience = new Patience(10_000)
  expect([patience.takes(6), patience.takes(5), patience.takes(4), patience.takes(1)]).toEqual([
    true,
    false,
    true,
    false,
  ])
})
