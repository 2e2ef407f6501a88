import { afterAll, describe, expect, it } from 'vitest'
import { builtInProfiles, type LoadedProfile, loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import type { Deviation } from '#endpoint'
import { en, type Units } from '#harness'
import { buildReport, renderHtml, renderJunit, renderSarif } from '#reports'
import { sampleRecord } from '../../reports/sample-record.sample.ts'
import { runInMemory, SMALL_LOAD } from '../bench/in-memory.ts'
import { COSTS, type Incident, readIncidents } from './incidents.ts'

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

/** What is yellow only where ambiguous texts are judged to the letter. */
const strictly = new Set(caught.flatMap(({ strict, defects: some = [] }) => (strict ? some : [])))

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
      strict: strictly.has(defect.id),
      now: () => new Date(),
      load: SMALL_LOAD,
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
    const unknown = [...trials.keys()].filter(
      (id) => !KINDS.includes(defects.get(id)?.kind) && !(strictly.has(id) && defects.has(id)),
    )
    expect(unknown).toEqual([])
    for (const unit of new Set(caught.flatMap(({ caughtBy = [] }) => caughtBy))) {
      const { units } = await homeOf(unit)
      expect([...units.checks, ...units.rules].map(({ id }) => id)).toContain(unit)
    }
  })

  it('what catches one says whom it hit, what that cost, and where it is told', async () => {
    const silent: string[] = []
    for (const { id, source, also = [], caughtBy = [], cost } of caught) {
      const says: string[] = []
      for (const unit of caughtBy) {
        const { units } = await homeOf(unit)
        says.push([...units.checks, ...units.rules].find((one) => one.id === unit)?.breaks ?? '')
      }
      if (!says.some((text) => isToldIn(text, [source, ...also], cost))) silent.push(`${id}: ${says}`)
    }
    expect(silent).toEqual([])
  })
})

/** With the source that anybody can open, not our own number for it. */
const isToldIn = (text: string, sources: readonly string[], cost: string): boolean =>
  sources.some((source) => text.includes(`${source}`)) &&
  (/Cost: ([^.]+)\.$/.exec(text)?.[1]?.split(', ').includes(cost) ?? false)

describe('a report', () => {
  it('has in the finding what the incident cost and where it is told, in every format that has findings', async () => {
    const {
      source,
      cost,
      defects: [name = ''] = [],
      caughtBy: [unit = ''] = [],
    } = all.find(({ id }) => id === 'INC-007') as Incident
    const { units, profiles } = await homeOf(unit)
    const checks = units.checks.filter(({ id }) => id === unit)
    const deviations = [defects.get(name) as Deviation]
    const run = { units: { checks, rules: [], plays: [] }, profiles, deviations, now: () => new Date() }
    const { verdicts, items, exchanges } = await runInMemory(run)
    const known = new Map(exchanges.map((one) => [one.id, one]))
    const report = buildReport({ ...sampleRecord, items, records: [], exchanges: known, verdicts })
    expect(report.totals.fail).toBeGreaterThan(0)
    const files = { html: renderHtml(report, en), junit: renderJunit(report), sarif: renderSarif(report) }
    for (const [format, text] of Object.entries(files)) {
      expect(text, format).toContain(source)
      expect(text, format).toContain(`Cost: ${cost}`)
    }
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
