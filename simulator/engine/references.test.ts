import { describe, expect, it } from 'vitest'
import { isObject, type JsonObject, member } from '#scim'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import flag from '../dialects/entra-flag.ts'
import { type Driven, operations } from '../samples/drive.ts'
import { playSmall, sent } from '../samples/small-story.ts'

const LATE = [
  'hire: kari',
  'hire: ola',
  'join: { person: kari, group: a }',
  'join: { person: ola, group: a }',
  'manager: { person: kari, is: ola }',
  'unassign: ola',
  'sync',
  'assign: ola',
  'sync',
]

/** Requests about references, cycle by cycle, as far as there were any. */
function references(driven: Driven): string[] {
  return sent(driven).flatMap(({ note, request }) =>
    note.doing === 'change members' || note.doing === 'set manager'
      ? [`${note.doing} ${note.object}: ${operations(request).length}`]
      : [],
  )
}

function problems({ timeline }: Driven): string[] {
  return timeline.flatMap((entry) => {
    const what = isObject(entry) ? member(entry, 'problem') : undefined
    return typeof what === 'string' ? [`${(entry as JsonObject).object}: ${what}`] : []
  })
}

describe.each([entra, flag])('$id, somebody who comes into scope late', (dialect) => {
  it('is left out as member and manager, which is said', () => {
    const driven = playSmall(dialect, LATE)
    expect(references(driven)).toEqual(['change members group a: 1'])
    const why = 'ola is out of scope: left out of it until all is evaluated anew'
    expect(problems(driven)).toEqual([`person kari: ${why}`, `group a: ${why}`])
    expect(driven.divergences).toEqual([])
  })

  it('is made up for by a restart', () => {
    const driven = playSmall(dialect, [...LATE, 'restart'])
    expect(references(driven).slice(1).sort()).toEqual([
      'change members group a: 1',
      'change members group a: 1',
      'set manager person kari: 1',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('is sent where the reference is made once more', () => {
    const again = ['quit: { person: ola, group: a }', 'manager: { person: kari }', 'sync']
    const driven = playSmall(dialect, [
      ...LATE,
      ...again,
      'join: { person: ola, group: a }',
      'manager: { person: kari, is: ola }',
    ])
    expect(references(driven).slice(1).sort()).toEqual([
      'change members group a: 1',
      'set manager person kari: 1',
    ])
  })

  it('who is in scope and only could not be made is sent in the next cycle', () => {
    const busy = 'throttle: { after: 3, requests: 1 }'
    const driven = playSmall(dialect, [
      busy,
      'hire: ola',
      'hire: kari',
      'join: { person: ola, group: a }',
      'sync',
      'sync',
    ])
    expect(problems(driven)[0]).toBe('person ola: create answered 429')
    expect(references(driven)).toEqual(['change members group a: 1'])
  })
})

it('others send such a reference in the next cycle', () => {
  const driven = playSmall(eadm, LATE)
  expect(references(driven).sort()).toEqual([
    'change members group a: 1',
    'change members group a: 1',
    'set manager person kari: 1',
  ])
  expect(driven.divergences).toEqual([])
})
