import { describe, expect, it } from 'vitest'
import { decoded, lastSegment } from './message.ts'

describe('lastSegment', () => {
  it.each([
    ['https://example.com/scim/v2/Users/2819', '2819'],
    ['/Users/2819', '2819'],
    ['2819', '2819'],
    ['/Users/2819/', '2819'],
    ['/Users/2819//?attributes=id', '2819'],
    ['/Users/2819?next=/Groups/7', '2819'],
    ['/Users/2819#/name', '2819'],
    ['/Users/k%C3%A5re%2Fb', 'k%C3%A5re%2Fb'],
    ['/Users/50%', '50%'],
    ['/', undefined],
    ['', undefined],
  ])('of %j is %j', (url, segment) => expect(lastSegment(url)).toBe(segment))
})

describe('decoded', () => {
  it.each([
    ['k%C3%A5re%2Fb', 'kåre/b'],
    ['50%', '50%'],
  ])('%j was meant as %j', (segment, meant) => expect(decoded(segment)).toBe(meant))
})
