import { describe, expect, it } from 'vitest'
import { createPlay, isFor, type Scenario } from '#simulator'
import { drive } from '../simulator/samples/drive.ts'
import { createTarget } from '../simulator/samples/target.ts'
import { describePlays, dialects, scenarios } from './bench/play-trials.ts'

/** Every story by one of the dialects that it is for, each in its turn; `npm run test:slow` tries all of them. */
describePlays((own, place) => own.filter((_, n) => n === place % own.length))

type Expectation = Scenario['expect'][number]

/** A number is the run's own, whatever a story says; that there is none is another matter. */
const not = (name: string) => (name === 'nationalId' ? null : 'other')

/** What must not be true if the expectation is: one for each thing that it says. That a group is gone has none. */
function oppositesOf(expectation: Expectation): Expectation[] {
  if (expectation.kind === 'gone') {
    const { of, key } = expectation
    return of === 'person' ? [{ kind: 'attributes', person: key, attributes: {}, active: true }] : []
  }
  if (expectation.kind === 'members') {
    const { group, has, lacks } = expectation
    const members = { kind: 'members', group, has: [], lacks: [] } as const
    return [
      ...has.map((key) => ({ ...members, lacks: [key] })),
      ...lacks.map((key) => ({ ...members, has: [key] })),
    ]
  }
  const { person, attributes, active } = expectation
  const names = Object.keys(attributes) as (keyof typeof attributes)[]
  return [
    ...names.map((name) => ({ kind: 'attributes', person, attributes: { [name]: not(name) } }) as const),
    ...(active === undefined
      ? []
      : [{ kind: 'attributes', person, attributes: {}, active: !active } as const]),
  ]
}

describe('whatever a story expects can fail', () => {
  it.each(scenarios.map(({ name, scenario }) => [name, scenario] as const))('%s', (_, scenario) => {
    expect(scenario.expect.length).toBeGreaterThan(0)
    // Not every dialect conveys everything; in one at least it has to show. This one conveys most.
    const own = dialects
      .filter((dialect) => isFor(scenario, dialect))
      .sort((a, b) => Number(b.id === 'entra') - Number(a.id === 'entra'))
    const isSeen = (opposite: Expectation) =>
      own.some((dialect) => {
        const play = createPlay({ ...scenario, expect: [opposite] }, dialect)
        return drive(play, createTarget()).divergences.length > 0
      })
    const unseen = scenario.expect.flatMap(oppositesOf).filter((opposite) => !isSeen(opposite))
    expect(own.length > 0 ? unseen : []).toEqual([])
  })
})
