import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

it('gives one turn after the other, and none to who has gone', () => {
  const turns = createTurns()
  const had: string[] = []
  const ask = (name: string) => turns.ask(() => had.push(name))
  const [first, second, third] = [ask('first'), ask('second'), ask('third')]
  expect(had).toEqual(['first'])
  second()
  expect(had).toEqual(['first'])
  first()
  first()
  expect(had).toEqual(['first', 'third'])
  third()
  ask('fourth')
  expect(had).toEqual(['first', 'third', 'fourth'])
})
