import { describe, expect, it } from 'vitest'
import type { Exchange } from '#scim'
import { createdId } from './authoring.ts'

describe('createdId', () => {
  const created = (location: string, body?: object, status = 201) =>
    ({
      response: { status, headers: [['Location', location]], text: '', ...(body ? { body } : {}) },
    }) as unknown as Exchange

  it('is the id in the body', () =>
    expect(createdId(created('https://example.com/Users/7', { id: '2819' }))).toBe('2819'))

  it.each([
    ['a body without an id', created('/Users/2819', { userName: 'kari' })],
    ['no body', created('/Users/2819')],
    ['a slash at the end', created('https://example.com/scim/v2/Users/2819/')],
    ['a query', created('/Users/2819?attributes=id')],
  ])('is at the end of the Location: %s', (_, exchange) => expect(createdId(exchange)).toBe('2819'))

  it('is decoded, where it can be', () => {
    expect(createdId(created('/Users/k%C3%A5re%2Fb'))).toBe('kåre/b')
    expect(createdId(created('/Users/50%'))).toBe('50%')
  })

  it('is null where none was given', () => {
    expect(createdId(created('/', { id: 7 }))).toBe(null)
    expect(createdId(created('/Users/2819', undefined, 307))).toBe(null)
    expect(createdId(undefined)).toBe(null)
  })
})
