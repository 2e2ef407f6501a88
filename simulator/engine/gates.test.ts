import { describe, expect, it } from 'vitest'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, writes } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'

const BOTH = [
  ['eadm', eadm],
  ['entra', entra],
] as const

function story(dialect: typeof eadm, provider: string, timeline: readonly string[]): Driven {
  const text = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, displayName: Kari, title: Sykepleier }
  ola: { userName: ola@test.kommune.example, displayName: Ola }
groups:
  nurses: { displayName: Sykepleiere, parent: ksfiks }
  licences: { displayName: Lisenser, parent: ad }
  loose: { displayName: Uten overordnet }
existing:
  - { like: kari, but: { title: null } }
provider: ${provider}
timeline:
${[
  'hire: kari',
  'hire: ola',
  'join: { person: kari, group: nurses }',
  'join: { person: ola, group: licences }',
  ...timeline,
]
  .map((line) => `  - ${line}`)
  .join('\n')}`
  return drive(createPlay(loadScenario(text, 'small.yaml'), dialect), createTarget())
}

/** What the provider wrote: not what the run put there by hand. */
const written = (driven: Driven) => writes(driven).filter(({ note }) => note.doing !== 'by hand')
const told = ({ timeline }: Driven, name: string) =>
  timeline.flatMap((line) => (line as Record<string, unknown>)[name] ?? [])

describe.each(BOTH)('gates before the first write (%s)', (_, dialect) => {
  it('lets a cycle look and say what it would do, and nothing else', () => {
    const driven = story(dialect, '{ preview: true }', ['sync', 'wait: 1 day', 'sync'])
    expect(written(driven)).toEqual([])
    expect(driven.divergences).toEqual([])
    expect(driven.steps.some(({ note }) => note.doing === 'match')).toBe(true)
    expect(told(driven, 'planned').slice(0, 5)).toEqual(['update', 'create', 'create', 'create', 'create'])
  })

  it('writes everything once the preview is approved, to who is found again', () => {
    const driven = story(dialect, '{ preview: true }', ['sync', 'approve', 'sync'])
    const made = written(driven).filter(({ request }) => request.path === '/Users')
    expect(made).toHaveLength(1)
    expect(driven.divergences).toEqual([])
    expect(driven.comparisons).toBeGreaterThan(5)
  })

  it('takes no approval of a preview that nobody has made', () => {
    const driven = story(dialect, '{ preview: true }', ['approve', 'sync'])
    expect(written(driven)).toEqual([])
    expect(told(driven, 'problem')).toContain('there is no preview to approve yet')
  })

  it('waits for every step of the set-up, in any order', () => {
    const all = '{ firstWriteAfter: [old source off, roles overview saved, preview approved] }'
    const steps = ['done: old source off', 'sync', 'approve', 'sync']
    expect(written(story(dialect, all, steps))).toEqual([])
    const done = story(dialect, all, [...steps, 'done: roles overview saved', 'sync'])
    expect(written(done).length).toBeGreaterThan(2)
    expect(done.divergences).toEqual([])
  })

  it('keeps somebody from being provisioned on demand', () => {
    expect(written(story(dialect, '{ preview: true }', ['on demand: ola', 'sync']))).toEqual([])
  })
})

it('a provider that sends every event at once sends none before the approval', () => {
  const eager = { ...eadm, rhythm: 'event' as const }
  expect(written(story(eager, '{ preview: true }', ['sync']))).toEqual([])
  const approved = story(eager, '{ preview: true }', ['sync', 'approve', 'leave: ola', 'sync'])
  expect(written(approved).length).toBeGreaterThan(1)
  expect(approved.divergences).toEqual([])
})

it.each(BOTH)('only groups under the parent are exported, with their members (%s)', (_, dialect) => {
  const driven = story(dialect, '{ groupsUnder: ksfiks }', ['sync'])
  const sent = JSON.stringify(written(driven).map(({ request }) => request.body))
  expect(sent).toContain('Sykepleiere')
  expect(sent).not.toMatch(/Lisenser|Uten overordnet/)
  expect(written(driven).filter(({ request }) => request.path === '/Groups')).toHaveLength(1)
  expect(driven.divergences).toEqual([])
})

it.each([
  ['{ firstWriteAfter: [coffee] }', 'expected a step of the set-up, found "coffee"'],
  ['{ preview: perhaps }', 'expected preview to be true or false'],
])('%s is refused', (provider, problem) => {
  expect(() => story(eadm, provider, ['sync'])).toThrow(problem)
})

it('the preview is approved by "approve", not by saying that it is done', () => {
  expect(() => story(eadm, '{ preview: true }', ['done: preview approved', 'sync'])).toThrow(
    'found "preview approved"',
  )
})
