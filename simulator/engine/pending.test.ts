import { describe, expect, it } from 'vitest'
import type { Event } from '../directory/event.ts'
import { Numbers } from '../directory/numbers.ts'
import { Pending } from './pending.ts'

const EVENTS: readonly Event[] = [
  { kind: 'hire', person: 'kari' },
  { kind: 'join', person: 'kari', group: 'a' },
  { kind: 'manager', person: 'kari', manager: 'ola' },
  { kind: 'manager', person: 'kari' },
  { kind: 'move', person: 'kari', from: 'a', to: 'b' },
  { kind: 'quit', person: 'ola', group: 'b' },
  { kind: 'nest', group: 'a', in: 'b' },
  { kind: 'unnest', group: 'a', from: 'b' },
  { kind: 'rename', person: 'ola', to: { title: null } },
  { kind: 'rename group', group: 'b', displayName: 'New name' },
  { kind: 'form', group: 'c' },
  { kind: 'dissolve', group: 'c' },
  { kind: 'nest', group: 'd', in: 'd' },
  { kind: 'remove', person: 'ola' },
]

function happened(): Pending {
  const pending = new Pending(new Numbers())
  for (const event of EVENTS) pending.add(event)
  return pending
}

describe('what happened since the last synchronisation', () => {
  it.each([
    ['kari', [0, 1, 2, 3, 4]],
    ['ola', [2, 5, 8, 13]],
    ['a', [1, 4, 6, 7]],
    ['b', [4, 5, 6, 7, 9]],
    ['c', [10, 11]],
    ['d', [12]],
    ['nobody', []],
  ])('is found for %s, as it was said and in its order', (key, places) => {
    const pending = happened()
    const found = pending.about(key).map((place) => pending.event(place))
    expect(found).toEqual(places.map((place) => EVENTS[place]))
    for (const event of found) expect(event).not.toHaveProperty('manager', undefined)
  })

  it('is one event, whoever it is about', () => {
    const pending = happened()
    const [, join] = pending.about('kari')
    expect(pending.about('a')[0]).toBe(join)
  })

  it('is forgotten afterwards', () => {
    const pending = happened()
    pending.clear()
    expect(pending.about('kari')).toEqual([])
    pending.add({ kind: 'bin', person: 'kari' })
    expect(pending.about('kari').map((place) => pending.event(place))).toEqual([
      { kind: 'bin', person: 'kari' },
    ])
  })
})
