import { describe, expect, it } from 'vitest'
import { member } from '#scim'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import flag from '../dialects/entra-flag.ts'
import { loadScenario } from '../index.ts'
import { type Driven, operations } from '../samples/drive.ts'
import { playSmall, sent } from '../samples/small-story.ts'

const CAST = `
people:
  kari: { userName: kari@test.kommune.example, title: Lærer }
  ola: { userName: ola@test.kommune.example }
groups:
  a: { displayName: A }
`
const LATER = ['hire: kari', 'hire: ola', 'sync', 'mapping: { unmapped: [] }']
const setting = { cast: CAST, settings: 'provider: { unmapped: [title] }' }

/** From the last probe on. */
function lastCycle(driven: Driven) {
  const all = sent(driven)
  const begin = all.findLastIndex(({ note }) => note.doing === 'probe')
  return all.slice(begin + 1)
}

describe.each([entra, flag])('another mapping in $id', (dialect) => {
  it('looks at everybody by the links that there are, and sends what differs', () => {
    const driven = playSmall(dialect, LATER, setting)
    const steps = lastCycle(driven)
    expect(steps.map(({ note }) => `${note.doing} ${note.object}`)).toEqual([
      'read person kari',
      'update person kari',
      'read person ola',
      'read group a',
    ])
    expect(operations((steps[1] as (typeof steps)[0]).request)).toMatchObject([
      { path: 'title', value: 'Lærer' },
    ])
    expect(driven.divergences).toEqual([])
  })

  it('is looked at once', () => {
    expect(lastCycle(playSmall(dialect, [...LATER, 'sync'], setting))).toEqual([])
  })

  it('takes nothing away that is not mapped any more, and is not held against the target', () => {
    const lines = [
      'hire: kari',
      'sync',
      'mapping: { unmapped: [title] }',
      'rename: { person: kari, to: { title: X } }',
    ]
    const driven = playSmall(dialect, lines, { cast: CAST })
    expect(lastCycle(driven).filter(({ request }) => request.method !== 'GET')).toEqual([])
    expect(driven.divergences).toEqual([])
  })
})

it('is not played where nobody knows what comes of it, which is said', () => {
  const driven = playSmall(eadm, LATER, setting)
  expect(lastCycle(driven)).toEqual([])
  const said = driven.timeline.flatMap((entry) => String(member(entry, 'problem') ?? ''))
  expect(said.filter(Boolean)).toEqual([
    'what this provider makes of another mapping is not known: it stays as it was',
  ])
})

it.each([
  ['{}', /the mapping changes nothing/],
  ['{ interval: 1 }', /interval/],
  ['{ unmapped: [userName] }', /userName/],
])('refuses %s', (mapping, says) => {
  const text = `id: small\ntitle: Small\n${CAST}\ntimeline:\n  - mapping: ${mapping}\n  - sync\n`
  expect(() => loadScenario(text, 'x.yaml')).toThrow(says)
})
