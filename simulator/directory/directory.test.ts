import { describe, expect, it } from 'vitest'
import { createDirectory, type Directory, type LivingDirectory } from './directory.ts'
import type { Event } from './event.ts'

const roster = new Map([
  ['kari', { userName: 'kari' }],
  ['ola', { userName: 'ola' }],
])
const groups = new Map(['a', 'b'].map((key) => [key, { displayName: key, externalId: key }]))

function following(...events: Event[]): LivingDirectory {
  const directory = createDirectory(roster, groups)
  for (const event of events) directory.happen(event)
  return directory
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
  it('moves one person and nobody else', () => {
    const moved = following(...hired, { kind: 'move', person: 'kari', from: 'a', to: 'b' })
    expect([members(moved, 'a'), members(moved, 'b')]).toEqual([['ola'], ['kari']])
  })

  it('takes every group from who leaves, and gives none back on return', () => {
    const left = following(...hired, { kind: 'leave', person: 'kari' })
    expect([left.people.get('kari')?.active, members(left, 'a')]).toEqual([false, ['ola']])
    const back = following(...hired, { kind: 'leave', person: 'kari' }, { kind: 'return', person: 'kari' })
    expect([back.people.get('kari')?.active, members(back, 'a')]).toEqual([true, ['ola']])
  })

  it('forgets who is removed, as manager too', () => {
    const removed = following(...hired, { kind: 'remove', person: 'ola' })
    expect([...removed.people.keys()]).toEqual(['kari'])
    expect(removed.people.get('kari')).not.toHaveProperty('manager')
    expect(members(removed, 'a')).toEqual(['kari'])
  })

  it('changes and clears attributes, and dissolves groups', () => {
    const directory = following(...hired, {
      kind: 'rename',
      person: 'kari',
      to: { title: 'x', displayName: 'K' },
    })
    directory.happen({ kind: 'rename', person: 'kari', to: { title: null } })
    expect(directory.people.get('kari')?.attributes).toEqual({ userName: 'kari', displayName: 'K' })
    expect([...following({ kind: 'dissolve', group: 'a' }).groups.keys()]).toEqual(['b'])
  })

  it('switches off who may not use the application, or is in the bin, and on again', () => {
    const directory = following(
      ...hired,
      { kind: 'unassign', person: 'kari' },
      { kind: 'bin', person: 'ola' },
    )
    const active = () => [...directory.people.values()].map((person) => person.active)
    expect([active(), members(directory, 'a')]).toEqual([[false, false], ['kari']])
    directory.happen({ kind: 'assign', person: 'kari' })
    directory.happen({ kind: 'restore', person: 'ola' })
    expect(active()).toEqual([true, true])
  })

  it('gives the attributes of the roster to whoever looks, and to copies', () => {
    const { people } = following(...hired)
    const kari = people.get('kari')
    expect(kari).toEqual({
      key: 'kari',
      attributes: { userName: 'kari' },
      account: 'enabled',
      assigned: true,
      active: true,
      manager: 'ola',
    })
    expect({ ...kari, active: false }).toMatchObject({ attributes: { userName: 'kari' }, active: false })
    expect(people.get('ola')).not.toHaveProperty('manager')
  })

  it('takes an event about somebody unknown for nothing', () => {
    const { people, groups: all } = following({ kind: 'leave', person: 'nobody' })
    expect([people.size, all.size]).toEqual([0, 2])
  })
})
