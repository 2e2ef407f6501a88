import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Column } from './column.ts'
import { KeySet } from './key-set.ts'
import { Numbers } from './numbers.ts'

describe('numbers of texts', () => {
  it('go up in the order in which the texts come, and stay', () => {
    const numbers = new Numbers()
    const texts = Array.from({ length: 500 }, (_, n) => `m${n}`)
    expect(texts.map((text) => numbers.of(text))).toEqual(texts.map((_, n) => n))
    expect(texts.map((text) => numbers.of(text))).toEqual(texts.map((_, n) => n))
    expect(texts.map((text) => numbers.text(numbers.find(text)))).toEqual(texts)
    expect([numbers.find('m500'), numbers.size]).toEqual([-1, 500])
  })
})

describe('a column', () => {
  it('holds what was set, far apart too, and elsewhere what stands for nothing', () => {
    const column = new Column(-1)
    for (const index of [0, 5_000, 70]) column.set(index, index + 1)
    expect([0, 1, 70, 4_999, 5_000, 100_000].map((index) => column.get(index))).toEqual([
      1, -1, 71, -1, 5_001, -1,
    ])
    column.clear()
    expect(column.get(70)).toBe(-1)
  })
})

describe('a set of keys', () => {
  it('does whatever a Set does, in the same order', () => {
    const change = fc.record({ does: fc.constantFrom('add', 'add', 'delete', 'clear'), key: fc.nat(30) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const [own, real] = [new KeySet(new Numbers()), new Set<string>()]
        for (const { does, key } of changes) {
          const name = `m${key}`
          if (does === 'clear' && key > 2) continue
          if (does === 'clear') {
            own.clear()
            real.clear()
          } else if (does === 'add') {
            own.add(name)
            real.add(name)
          } else expect(own.delete(name)).toBe(real.delete(name))
          expect([own.size, own.has(name)]).toEqual([real.size, real.has(name)])
        }
        expect([...own]).toEqual([...real])
        expect([...own.entries()]).toEqual([...real.entries()])
      }),
    )
  })

  it('holds many, of whom most go again', () => {
    const set = new KeySet(new Numbers())
    const keys = Array.from({ length: 3_000 }, (_, n) => `m${n}`)
    for (const key of keys) set.add(key)
    for (const key of keys) if (!key.endsWith('7')) set.delete(key)
    for (const key of keys.slice(0, 10)) set.add(key)
    const left = keys.filter((key) => key.endsWith('7'))
    expect([...set]).toEqual([...left, ...keys.slice(0, 10).filter((key) => key !== 'm7')])
  })
})
