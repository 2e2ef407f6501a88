import { describe, expect, it } from 'vitest'
import { createPeople } from '#people'
import { createRedactor } from './redact.ts'

const member = (n: number, display = `Person ${n}`) => ({ value: `3f1c-${n}`, display, type: 'User' })
const group = (members: readonly object[]) => JSON.stringify({ displayName: 'Alle', members })
const many = Array.from({ length: 300 }, (_, n) => member(n))

describe('long texts', () => {
  it('are as clean as their pieces, the first time and again', () => {
    const redactor = createRedactor(['t0ken-of-the-run'], 'salt')
    expect(redactor.isClean(group(many))).toBe(true)
    expect(redactor.isClean(group([...many, member(300)]))).toBe(true)
  })

  it.each([
    ['a secret', () => 't0ken-of-the-run'],
    ['an identity number', () => createPeople(43, 'r7k2m9').person(1).nationalId],
    ['an escape', () => 't0ken\\of'],
  ])('with %s in a new piece are not', (_, hidden) => {
    const redactor = createRedactor(['t0ken-of-the-run'], 'salt')
    expect(redactor.isClean(group(many))).toBe(true)
    for (const place of [0, 150, 300])
      expect(redactor.isClean(group(many.toSpliced(place, 0, member(300, hidden()))))).toBe(false)
  })

  it('are looked at again when there is one secret more', () => {
    const redactor = createRedactor(['t0ken-of-the-run'], 'salt')
    expect(redactor.isClean(group(many))).toBe(true)
    redactor.hide('Person 17')
    expect(redactor.isClean(group(many))).toBe(false)
  })

  it('are not cut where a secret goes across', () => {
    const redactor = createRedactor(['"User"},{"value"'], 'salt')
    expect(redactor.isClean(group(many))).toBe(false)
  })
})
