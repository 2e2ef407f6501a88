import { describe, expect, it } from 'vitest'
import { ExchangeIds, shortened } from './story.ts'

const event = (n: number) => ({ event: `event ${n}`, at: 0 })
const events = (many: number) => Array.from({ length: many }, (_, n) => event(n))

describe('a timeline', () => {
  it('stays as it is where it is short', () => {
    const told = [...events(3), { sync: 1, begins: true }]
    expect(shortened(told, 10)).toEqual(told)
  })

  it('keeps how synchronisations went beyond its length, and says where lines are missing', () => {
    const end = { sync: 1, requests: 9, differences: 0 }
    const told = [...events(5), { sync: 1, begins: true }, ...events(4), end, ...events(2)]
    expect(shortened(told, 2)).toEqual([
      event(0),
      event(1),
      { omitted: 3 },
      { sync: 1, begins: true },
      { omitted: 4 },
      end,
      { omitted: 2 },
    ])
  })

  it('counts on where it was shortened before', () => {
    const once = shortened([...events(9), { sync: 1, begins: true }, ...events(4)], 5)
    expect(shortened(once, 2)).toEqual([
      event(0),
      event(1),
      { omitted: 7 },
      { sync: 1, begins: true },
      { omitted: 4 },
    ])
  })

  it('has an end however much went wrong', () => {
    const problems = Array.from({ length: 50 }, (_, n) => ({ problem: `problem ${n}` }))
    const kept = shortened(problems, 10)
    expect(kept).toHaveLength(21)
    expect(kept.at(-1)).toEqual({ omitted: 30 })
  })
})

describe('exchange ids', () => {
  it('come back as they were, whatever they look like', () => {
    const all = [
      'x1',
      'x2',
      'y3',
      'x007',
      'plain',
      'x4',
      ...Array.from({ length: 600 }, (_, n) => `x${n + 9}`),
    ]
    const ids = new ExchangeIds()
    for (const id of all) ids.add(id)
    expect(all.map((_, index) => ids.at(index))).toEqual(all)
    expect(ids.at(all.length)).toBeUndefined()
    expect(ids.cited()).toEqual(all)
  })

  it('are cited from both ends where there are very many', () => {
    const ids = new ExchangeIds()
    for (let n = 1; n <= 5_000; n++) ids.add(`x${n}`)
    const cited = ids.cited()
    expect([cited.length, cited[0], cited[499], cited[500], cited.at(-1)]).toEqual([
      1_000,
      'x1',
      'x500',
      'x4501',
      'x5000',
    ])
  })
})
