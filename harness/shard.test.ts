import { expect, it } from 'vitest'
import { loadProfiles, unitsOf } from '#bin/load'
import type { Item } from './plan.ts'
import { inShard, parseShard, sharded } from './shard.ts'

const { checks } = await unitsOf(await loadProfiles('rfc'))
const ids = checks.map(({ id }) => id)
const parts = (of: number) =>
  Array.from({ length: of }, (_, n) => ids.filter((id) => inShard(id, { index: n + 1, of })))

it.each([1, 2, 3, 4, 7])('of %i parts, each check is in exactly one', (of) => {
  const all = parts(of)
  expect(all.flat().sort()).toEqual([...ids].sort())
  const even = ids.length / of
  for (const part of all) {
    expect(part.length).toBeGreaterThan(even * 0.7)
    expect(part.length).toBeLessThan(even * 1.3)
  }
})

it('a check stays in its part when others come or go, and all its cases with it', () => {
  const shard = { index: 2, of: 4 }
  const inside = ids.filter((id) => inShard(id, shard))
  expect(inShard(`${inside[0]}[User.emails[0]]`, shard)).toBe(true)
  // Written down, so that a change of the hash shows: parts of different versions could not be merged.
  expect([1, 2, 3, 4].find((index) => inShard('patch/remove-needs-a-path', { index, of: 4 }))).toBe(1)
})

it('every part has all the rules', () => {
  const item = (kind: Item['kind'], unit: string) => ({ kind, unit, id: unit }) as Item
  const items = [
    item('rule', 'wire/a'),
    item('check', 'patch/a'),
    item('check', 'patch/b'),
    item('rule', 'wire/b'),
  ]
  const [one, two] = [1, 2].map((index) => sharded(items, { index, of: 2 }).map(({ id }) => id))
  expect([...(one as string[]), ...(two as string[])].sort()).toEqual([
    'patch/a',
    'patch/b',
    'wire/a',
    'wire/a',
    'wire/b',
    'wire/b',
  ])
  expect(sharded(items, undefined)).toBe(items)
})

it.each(['2/4', '1/1', '12/12'])('%s is a part', (text) =>
  expect(`${parseShard(text)?.index}/${parseShard(text)?.of}`).toBe(text),
)

it.each(['', '0/4', '5/4', '2', '2/', '/4', '-1/4', '1/0', '01/4', '1/4/2', '1.0/4', ' 1/4'])(
  '%j is none',
  (text) => expect(parseShard(text)).toBeUndefined(),
)
