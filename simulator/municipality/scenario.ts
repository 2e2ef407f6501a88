import type { Attributes } from '../directory/attributes.ts'
import { MadeMap, MadeMoments } from '../scenario/made.ts'
import type { Moment } from '../scenario/moment.ts'
import type { Scenario } from '../scenario.ts'
import { createMunicipality, type Dated } from './generate.ts'
import { EXPORTED } from './groups.ts'

export interface MunicipalityScenarioOptions {
  /** People on the first day, 24 to 100,000. */
  readonly size: number
  readonly seed?: string
  /** Whether a year follows the first day, with a synchronisation at the end of each month. */
  readonly year?: boolean
  /** Whether people have identity numbers; a target without a schema for them loses them. */
  readonly numbers?: boolean
}

/**
 * A generated municipality as a scenario: everybody is hired, the provider synchronises, and a year may follow. Groups
 * that are not filed under `ksfiks` never leave the organisation.
 *
 * @throws RangeError where the size is not a whole number from 24 to 100,000
 */
export function municipalityScenario({
  size,
  seed = 'municipality',
  year = true,
  numbers = false,
}: MunicipalityScenarioOptions): Scenario {
  const municipality = createMunicipality({ seed, size, year, numbers: 'in words' })
  const events = () => (numbers ? municipality.events() : withoutNumbers(municipality.events()))
  const people = new MadeMap(municipality.accounts(), (index): Attributes => {
    const attributes = municipality.attributes(index)
    return numbers ? attributes : numberless(attributes)
  })
  const timeline = new MadeMoments(function* () {
    yield* municipality.firstDay()
    yield { kind: 'sync' }
    yield* monthsOf(events())
  })
  return {
    id: `municipality/${size}`,
    title: `A municipality of ${size} people ${year ? 'goes through a year' : 'is provisioned'} and ends up equal`,
    people,
    groups: municipality.groups,
    existing: [],
    policy: { groupsUnder: EXPORTED },
    timeline,
    expect: [],
  }
}

function numberless({ nationalId: _, ...attributes }: Attributes): Attributes {
  return attributes
}

function* withoutNumbers(events: Iterable<Dated>): Generator<Dated> {
  for (const dated of events) {
    if (dated.event.kind !== 'rename' || dated.event.to.nationalId === undefined) yield dated
  }
}

function* monthsOf(events: Iterable<Dated>): Generator<Moment> {
  let month: number | undefined
  for (const { month: its, event } of events) {
    if (month !== undefined && its !== month) yield { kind: 'sync' }
    month = its
    yield event
  }
  if (month !== undefined) yield { kind: 'sync' }
}
