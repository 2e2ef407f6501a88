import { describe, expect, it } from 'vitest'
import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Conveyed } from '../wire/attribute.ts'
import { kept, Names, NO_NAMES, NOTHING, namesWith } from './kept.ts'
import { Seen } from './seen.ts'
import { Trail } from './trail.ts'

describe('values that are kept', () => {
  const values = new Map<Conveyed, string | boolean>([
    ['userName', 'kari'],
    ['active', false],
    ['title', 'lege'],
  ])

  it('are the same in the same order, and do not change with the map they came from', () => {
    const copy = new Map(values)
    const same = kept(copy)
    copy.set('userName', 'ola')
    expect([...same]).toEqual([...values])
    expect([same.size, same.get('active'), same.has('nickName'), same.get('nickName')]).toEqual([
      3,
      false,
      false,
      undefined,
    ])
    expect([[...same.keys()], [...same.values()]]).toEqual([[...values.keys()], [...values.values()]])
    expect(new Map(same)).toEqual(values)
    expect(kept(same)).toBe(same)
    expect(kept(new Map())).toBe(NOTHING)
  })

  it('may be alike, empty, or hold any character', () => {
    const odd: [Conveyed, string | boolean][][] = [
      [
        ['userName', 'kari@x.example'],
        ['title', ''],
        ['emails.work', 'kari@x.example'],
        ['active', true],
        ['nickName', ''],
      ],
      [
        ['userName', 'a\0b'],
        ['title', '\0'],
      ],
      [['active', true]],
    ]
    for (const entries of odd) {
      const same = kept(new Map(entries))
      expect([...same]).toEqual(entries)
      expect(entries.map(([name]) => same.get(name))).toEqual(entries.map(([, value]) => value))
    }
  })
})

describe('a set of names', () => {
  it('holds each of all that can be conveyed by itself', () => {
    const all: readonly Conveyed[] = [...ATTRIBUTES, 'active', 'emails.any']
    for (const name of all) {
      const names = new Names()
      names.add(name)
      expect([...names]).toEqual([name])
      expect(all.filter((one) => names.has(one))).toEqual([name])
      names.clear()
      expect([...names]).toEqual([])
    }
  })
})

describe('names and some more', () => {
  it('are the same set for all who have the same', () => {
    const [first, second] = [
      namesWith(NO_NAMES, ['title', 'active']),
      namesWith(NO_NAMES, ['active', 'title']),
    ]
    expect([...first]).toEqual(['title', 'active'])
    expect(second).toBe(first)
    expect(namesWith(first, ['title'])).toBe(first)
    expect([...namesWith(first, ['userName'])]).toEqual(['userName', 'title', 'active'])
    expect([...first, ...NO_NAMES]).toEqual(['title', 'active'])
  })
})

describe('what was seen', () => {
  it('is kept whole only where the story expects something', () => {
    const seen = new Seen()
    seen.keepWhole(['person kari'])
    const body = { id: '1', userName: 'kari', groups: [{ value: 'g1' }, { value: 'g2' }] }
    for (const object of ['person kari', 'person ola']) seen.set(object, body)
    seen.set('person per', null)
    expect(['kari', 'ola', 'per', 'eva'].map((key) => seen.get(`person ${key}`))).toEqual([
      body,
      {},
      null,
      undefined,
    ])
    expect(seen.groupsOf('person ola')).toEqual(['g1', 'g2'])
    seen.set('person ola', { id: '1' })
    expect(seen.groupsOf('person ola')).toBeUndefined()
    seen.delete('person kari')
    expect([seen.has('person kari'), seen.groupsOf('person kari')]).toEqual([false, undefined])
  })
})

describe('a trail', () => {
  const plain = { departs: [], mayBeReadOtherwise: false, answer: 200, refused: false }

  it('finds among thousands of requests the one behind a difference', () => {
    const trail = new Trail()
    trail.begin()
    for (let step = 0; step < 3_000; step++)
      trail.add({ ...plain, object: `person p${step % 1_000}`, attributes: ['existence', `a${step}`], step })
    expect([trail.causeOf('person p7', 'a1007'), trail.lastWrite('person p7')]).toEqual([1_007, 2_007])
    expect(trail.causeOf('person nobody', 'title')).toBeUndefined()
  })

  it('tells members of a large group apart, one name being the beginning of another', () => {
    const trail = new Trail()
    const all = Array.from({ length: 2_000 }, (_, n) => `members:p${n}`)
    trail.add({ ...plain, object: 'group g', attributes: ['members', ...all.slice(0, 12)], step: 1 })
    trail.add({ ...plain, object: 'group g', attributes: ['members', ...all.slice(12)], step: 2 })
    expect([
      trail.causeOfMember('group g', 'members:p1'),
      trail.causeOfMember('group g', 'members:p12'),
    ]).toEqual([1, 2])
  })

  it('puts a request down to members that were to be changed after it', () => {
    const trail = new Trail()
    trail.add({ ...plain, object: 'group g', attributes: [], step: 0 })
    expect(trail.lastWrite('group g')).toBeUndefined()
    trail.blame(0, ['members:kari'], 'it could not be read')
    trail.blame(0, ['members:ola', 'title'], 'it could not be read')
    expect([trail.lastWrite('group g'), trail.refusals().length]).toEqual([0, 1])
    trail.add({ ...plain, object: 'group g', attributes: ['members', 'members:liv'], step: 1 })
    expect(['kari', 'ola', 'liv', 'per'].map((key) => trail.causeOf('group g', `members:${key}`))).toEqual([
      0, 0, 1, 0,
    ])
    expect(trail.causeOf('group g', 'title')).toBe(0)
  })

  it('looks among requests about others where none was about what was right before', () => {
    const trail = new Trail()
    trail.begin()
    trail.add({ ...plain, object: 'person a', attributes: ['existence', 'active'], step: 0 })
    trail.add({ ...plain, object: 'person b', attributes: ['existence', 'active'], step: 1 })
    trail.confirm('person a')
    trail.end()
    trail.begin()
    trail.add({ ...plain, object: 'person a', attributes: [], step: 2 })
    trail.add({ ...plain, object: 'person b', attributes: ['title'], step: 3 })
    trail.add({ ...plain, object: 'person b', attributes: ['active'], step: 4 })
    expect([trail.causeOf('person a', 'active'), trail.causeOf('person a', 'userName')]).toEqual([4, 3])
    expect(trail.describe(4, 'person a')).toMatch(/was about person b$/)
    // Of who was never seen to be right, nobody knows since when it is wrong.
    trail.add({ ...plain, object: 'person c', attributes: ['title'], step: 5 })
    trail.end()
    trail.begin()
    trail.add({ ...plain, object: 'person b', attributes: ['title'], step: 6 })
    expect(trail.causeOf('person c', 'title')).toBe(5)
  })

  it('keeps what never left the provider apart, and takes back and puts down blame', () => {
    const trail = new Trail()
    trail.begin()
    trail.add({ ...plain, object: 'person a', attributes: [], step: -1, answer: 0, refused: true })
    trail.add({ ...plain, object: 'person a', attributes: ['title'], step: 0 })
    expect(trail.describe(-1)).toBe('the request got no answer')
    trail.blame(0, ['userName'], 'it stood in the way')
    expect(trail.refusals().map(({ step }) => step)).toEqual([-1, 0])
    expect([trail.describe(0), trail.causeOf('person a', 'userName'), trail.requirementOf(0)]).toEqual([
      'it stood in the way',
      0,
      'sim/answers',
    ])
    trail.excuse(-1)
    trail.excuse(0)
    expect(trail.refusals()).toEqual([])
  })
})
