import { describe, expect, it } from 'vitest'
import { applyEvent, type Directory } from './directory.ts'
import type { Event } from './event.ts'

const roster = new Map([
  ['kari', { userName: 'kari' }],
  ['ola', { userName: 'ola' }],
])
const group = (key: string) => ({ key, displayName: key, externalId: key, members: new Set<string>() })
const empty: Directory = {
  people: new Map(),
  groups: new Map([
    ['a', group('a')],
    ['b', group('b')],
  ]),
}

function following(...events: Event[]): Directory {
  return events.reduce((directory, event) => applyEvent(directory, event, roster), empty)
}

const hired: Event[] = [
  { kind: 'hire', person: 'kari' },
  { kind: 'hire', person: 'ola' },
  { kind: 'join', person: 'kari', group: 'a' },
  { kind: 'join', person: 'ola', group: 'a' },
  { kind: 'manager', person: 'kari', manager: 'ola' },
]
const members = ({ groups }: Directory, key: string) => [...(groups.get(key)?.members ?? [])]

describe('a directory', () => {
  it('is never changed', () => {
    const before = following(...hired)
    const text = JSON.stringify([...before.people, members(before, 'a')])
    applyEvent(before, { kind: 'remove', person: 'ola' }, roster)
    expect(JSON.stringify([...before.people, members(before, 'a')])).toBe(text)
  })

  it('moves one person and nobody else', () => {
    const moved = following(...hired, { kind: 'move', person: 'kari', from: 'a', to: 'b' })
    expect([members(moved, 'a'), members(moved, 'b')]).toEqual([['ola'], ['kari']])
  })

  it('takes every group from who leaves, and gives none back on return', () => {
    const left = following(...hired, { kind: 'leave', person: 'kari' })
    expect([left.people.get('kari')?.active, members(left, 'a')]).toEqual([false, ['ola']])
    const back = applyEvent(left, { kind: 'return', person: 'kari' }, roster)
    expect([back.people.get('kari')?.active, members(back, 'a')]).toEqual([true, ['ola']])
  })

  it('forgets who is removed, as manager too', () => {
    const removed = following(...hired, { kind: 'remove', person: 'ola' })
    expect([...removed.people.keys()]).toEqual(['kari'])
    expect(removed.people.get('kari')).not.toHaveProperty('manager')
    expect(members(removed, 'a')).toEqual(['kari'])
  })

  it('changes and clears attributes, and dissolves groups', () => {
    const changed = following(...hired, {
      kind: 'rename',
      person: 'kari',
      to: { title: 'x', displayName: 'K' },
    })
    const cleared = applyEvent(changed, { kind: 'rename', person: 'kari', to: { title: null } }, roster)
    expect(cleared.people.get('kari')?.attributes).toEqual({ userName: 'kari', displayName: 'K' })
    expect([...following({ kind: 'dissolve', group: 'a' }).groups.keys()]).toEqual(['b'])
  })

  it('takes an event about somebody unknown for nothing', () => {
    expect(following({ kind: 'leave', person: 'nobody' })).toEqual(empty)
  })
})
