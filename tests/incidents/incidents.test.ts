import { afterAll, describe, expect, it } from 'vitest'
import { builtInProfiles, type LoadedProfile, loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import type { Deviation } from '#endpoint'
import type { Units } from '#harness'
import { runInMemory } from '../bench/in-memory.ts'
import { COSTS, readIncidents } from './incidents.ts'

/** What real products did wrong is done by a defect of the reference endpoint, and seen by what is said to see it. */
const all = readIncidents().flatMap(({ incidents }) => incidents)
const defects = new Map((await loadDeviations()).map((one) => [one.id, one]))
/** Some incidents are an answer that one reading of an ambiguous text allows, and that is warned of. */
const KINDS: (string | undefined)[] = ['defect', 'reading']
const caught = all.filter(({ caughtBy }) => caughtBy)

interface Home {
  readonly profiles: readonly LoadedProfile[]
  readonly units: Units
}

const homes = new Map<string, Promise<Home>>()

/** The profile that a check belongs to, loaded once; those of the suites are in each. */
function homeOf(unit: string): Promise<Home> {
  const [owner = ''] = unit.split('/')
  const name = builtInProfiles().includes(owner) ? owner : 'rfc'
  const known = homes.get(name) ?? loadHome(name)
  homes.set(name, known)
  return known
}

async function loadHome(name: string): Promise<Home> {
  const profiles = await loadProfiles(name)
  return { profiles, units: await unitsOf(profiles) }
}

/** Each defect with everything that catches an incident in which it plays a part: it is run once. */
const trials = new Map<string, Set<string>>()
for (const { defects: some = [], caughtBy = [] } of caught)
  for (const id of some) trials.set(id, new Set([...(trials.get(id) ?? []), ...caughtBy]))

/** The units, by id, that a defect turns red or yellow. */
async function redUnder(defect: Deviation, units: readonly string[]): Promise<Set<string>> {
  const red = new Set<string>()
  const byHome = new Map<Home, Set<string>>()
  for (const id of units) {
    const home = await homeOf(id)
    byHome.set(home, new Set([...(byHome.get(home) ?? []), id]))
  }
  for (const [{ profiles, units: known }, ids] of byHome) {
    const checks = known.checks.filter(({ id }) => ids.has(id))
    const rules = known.rules.filter(({ id }) => ids.has(id))
    const { verdicts } = await runInMemory({
      units: { checks, rules, plays: [] },
      profiles,
      deviations: [defect],
      now: () => new Date(),
    })
    for (const { id, outcome } of verdicts)
      if (outcome === 'fail' || outcome === 'warn') red.add(id.replace(/\[.*$/s, ''))
  }
  return red
}

describe('the list of incidents', () => {
  it('has each incident once, with its source and what it cost', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBe(139)
    for (const { source, cost } of all) {
      expect(source).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/)
      expect(COSTS).toContain(cost)
    }
  })

  it('each is reproduced and caught, or says why not', () => {
    const open = all.filter(
      ({ defects: some, caughtBy, unseen }) => !(some?.length && caughtBy?.length) === !unseen,
    )
    expect(open).toEqual([])
  })

  it('names defects and checks that there are', async () => {
    const unknown = [...trials.keys()].filter((id) => !KINDS.includes(defects.get(id)?.kind))
    expect(unknown).toEqual([])
    for (const unit of new Set(caught.flatMap(({ caughtBy = [] }) => caughtBy))) {
      const { units } = await homeOf(unit)
      expect([...units.checks, ...units.rules].map(({ id }) => id)).toContain(unit)
    }
  })

  it('what catches one says whom it hit, with the source', async () => {
    const silent: string[] = []
    for (const { id, source, also = [], caughtBy = [] } of caught) {
      const says: string[] = []
      for (const unit of caughtBy) {
        const { units } = await homeOf(unit)
        says.push([...units.checks, ...units.rules].find((one) => one.id === unit)?.breaks ?? '')
      }
      // What only a profile asks for has its own source there.
      const isOfSuites = caughtBy.some((unit) => !builtInProfiles().includes(unit.split('/')[0] ?? ''))
      const isTold = [id, source, ...also].some((name) => says.some((text) => text.includes(name)))
      if (isOfSuites && !isTold) silent.push(id)
    }
    expect(silent).toEqual([])
  })
})

describe('incidents', () => {
  let seen = 0

  it.concurrent.each([...trials].map(([id, units]) => [id, [...units]] as const))(
    '%s is seen',
    { timeout: 60_000 },
    async (id, units) => {
      const red = await redUnder(defects.get(id) as Deviation, units)
      const blind = caught.filter(
        ({ defects: some = [], caughtBy = [] }) =>
          some.includes(id) && !caughtBy.some((unit) => red.has(unit)),
      )
      expect(blind.map((incident) => incident.id)).toEqual([])
      seen++
    },
  )

  afterAll(() => {
    console.log(`incidents caught: ${caught.length} of ${all.length}, by ${seen} defects of ${trials.size}`)
  })
})
