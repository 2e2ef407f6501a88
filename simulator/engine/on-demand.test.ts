import { describe, expect, it } from 'vitest'
import { member } from '#scim'
import entra from '../dialects/entra.ts'
import flag from '../dialects/entra-flag.ts'
import { loadScenario } from '../index.ts'
import { type Driven, type Exchanged, operations } from '../samples/drive.ts'
import { playSmall, sent } from '../samples/small-story.ts'

const FORMED = ['hire: kari', 'hire: ola', 'sync', 'form: a', 'join: { person: kari, group: a }']

/** What was sent, activity by activity: each begins with two probes. */
function activities(driven: Driven): Exchanged[][] {
  const all: Exchanged[][] = []
  for (const step of sent(driven)) {
    if (step.note.doing !== 'probe') all.at(-1)?.push(step)
    else if (step.request.path.startsWith('/Users')) all.push([])
  }
  return all
}

const doing = (steps: readonly Exchanged[] = []) => steps.map(({ note }) => `${note.doing} ${note.object}`)

describe.each([entra, flag])('a group on demand in $id', (dialect) => {
  it('is looked for, made and given the chosen members alone, in the shapes without the flag', () => {
    const driven = playSmall(dialect, [
      ...FORMED,
      'join: { person: ola, group: a }',
      'on demand: { group: a, with: [kari] }',
    ])
    const [, atOnce = [], cycle] = activities(driven)
    expect(doing(atOnce)).toEqual(['match group a', 'create group a', 'change members group a'])
    expect(operations((atOnce[2] as Exchanged).request)).toMatchObject([
      { op: 'Add', path: 'members', value: [{ value: 'id-1' }] },
    ])
    expect(doing(cycle)).toEqual(['read group a', 'change members group a'])
    expect(driven.divergences).toEqual([])
  })

  it('is read and renamed where it is linked, and nobody is taken out', () => {
    const driven = playSmall(dialect, [
      'hire: kari',
      'join: { person: kari, group: a }',
      'sync',
      'rename: { group: a, to: { displayName: B } }',
      'quit: { person: kari, group: a }',
      'on demand: { group: a, with: [kari] }',
    ])
    const [, atOnce = [], cycle] = activities(driven)
    expect(doing(atOnce)).toEqual(['read group a', 'update group a'])
    expect(operations((atOnce[1] as Exchanged).request)).toMatchObject([
      { op: 'Replace', path: 'displayName' },
    ])
    expect(doing(cycle)).toEqual(['read group a', 'change members group a'])
    expect(driven.divergences).toEqual([])
  })

  it('leaves out who has no account, and says so', () => {
    const driven = playSmall(dialect, [
      ...FORMED,
      'join: { person: ola, group: a }',
      'unassign: ola',
      'on demand: { group: a, with: [kari, ola] }',
    ])
    const members = sent(driven).filter(({ note }) => note.doing === 'change members')
    expect(members).toHaveLength(1)
    const said = driven.timeline.filter((entry) => /no account/.test(String(member(entry, 'problem'))))
    expect(said).toMatchObject([{ object: 'group a', problem: 'ola has no account that works: left out' }])
  })
})

it('takes five members at the most', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f']
  const text = (chosen: readonly string[]) => `
id: small
title: Small
people:
${people.map((key) => `  ${key}: { userName: ${key}@test.kommune.example }`).join('\n')}
groups:
  g: { displayName: G }
timeline:
  - on demand: { group: g, with: [${chosen.join(', ')}] }
  - sync
`
  expect(() => loadScenario(text(people), 'x.yaml')).toThrow(/with 5 of its members at the most/)
  expect(loadScenario(text(people.slice(1)), 'x.yaml').timeline).toHaveLength(2)
})
