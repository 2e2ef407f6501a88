import { describe, expect, it } from 'vitest'
import { isBase64, isDateTime } from './formats.ts'

describe('isDateTime', () => {
  it.each([
    '2026-01-31T12:00:00Z',
    '2026-01-31T12:00:00',
    '2026-01-31T12:00:00.123456789+14:00',
    '2024-02-29T24:00:00.000-09:30',
    '-0044-03-15T12:00:00Z',
    '12026-01-31T12:00:00Z',
    '2000-02-29T00:00:00Z',
  ])('takes %s', (text) => expect(isDateTime(text)).toBe(true))

  it.each([
    '',
    '2026-01-31',
    '2026-01-31 12:00:00Z',
    '2026-01-31T12:00Z',
    '2026-01-31t12:00:00z',
    '2026-02-29T12:00:00Z',
    '1900-02-29T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-00-01T12:00:00Z',
    '2026-01-00T12:00:00Z',
    '2026-01-31T24:00:01Z',
    '2026-01-31T12:60:00Z',
    '2026-01-31T12:00:60Z',
    '2026-01-31T12:00:00.Z',
    '2026-01-31T12:00:00+14:01',
    '2026-01-31T12:00:00+01',
    '0000-01-31T12:00:00Z',
    '02026-01-31T12:00:00Z',
    '1769860800',
  ])('refuses "%s"', (text) => expect(isDateTime(text)).toBe(false))
})

describe('isBase64', () => {
  it.each(['', 'TQ==', 'TQ', 'TWE=', 'TWE', 'TWFu', 'ab+/'])('takes "%s"', (text) =>
    expect(isBase64(text)).toBe(true),
  )
  it.each(['T', 'TQ=', 'TWFu=', 'ab-_', 'TW Fu', 'TQ===', 'TW\nFu'])('refuses "%s"', (text) =>
    expect(isBase64(text)).toBe(false),
  )
})
