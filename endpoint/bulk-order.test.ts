import { describe, expect, it } from 'vitest'
import { stepsOf } from './bulk-order.ts'

describe('steps of a bulk request', () => {
  it.each([
    ['none', [], []],
    ['the order given', [[], [], []], [[0], [1], [2]]],
    ['what is referred to first', [[2], [], []], [[2], [0], [1]]],
    ['a chain', [[1], [2], []], [[2], [1], [0]]],
    ['one that refers to itself', [[0], []], [[0], [1]]],
    ['a circle', [[1], [0], []], [[0, 1], [2]]],
    ['a circle that waits for another', [[1, 3], [0], [], [4], [3]], [[3, 4], [0, 1], [2]]],
    ['a circle of three, from its middle', [[2], [0], [1, 3], []], [[3], [0, 1, 2]]],
  ])('%s', (_, references, steps) => expect(stepsOf(references)).toEqual(steps))
})
