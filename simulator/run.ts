import { syntheticIdentityNumber } from '#people'
import {
  type AttributeChanges,
  type AttributeName,
  type Attributes,
  entriesOf,
  withChanges,
} from './directory/attributes.ts'
import type { Existing } from './engine/by-hand.ts'
import type { Expectation } from './scenario/expectation.ts'
import type { Moment } from './scenario/moment.ts'
import type { ExistingDescription, Scenario } from './scenario.ts'
import type { Conveyed, Values } from './wire/attribute.ts'
import { numberFrom } from './wire/hash.ts'

export interface Run {
  /** Everything that the play creates carries it: `st-k3v9x2`. */
  readonly tag: string
  readonly seed: string
  /** In which the target wants all addresses; those of the scenario move there. */
  readonly domain?: string
  /** Milliseconds within which the target promises to show its own writes everywhere. */
  readonly settle?: number
}

/**
 * The scenario as this run plays it: names that must be unique in the target carry the run's tag, and
 * `nationalId: synthetic` has become a number of the Tenor series.
 */
export function scenarioFor(scenario: Scenario, run: Run): OwnScenario {
  const numbers = identityNumbers([...scenario.people.keys()], run.seed)
  const mark = (key: string, changes: AttributeChanges) => marked(changes, run, numbers.get(key) ?? '')
  const people = new Map(
    [...scenario.people].map(([key, person]) => [
      key,
      mark(key, { ...person, externalId: person.externalId ?? key }) as Attributes,
    ]),
  )
  const groups = new Map(
    [...scenario.groups].map(([key, { displayName, externalId }]) => [
      key,
      { displayName: `${run.tag} ${displayName}`, externalId: `${run.tag}-${externalId ?? key}` },
    ]),
  )
  const existing = scenario.existing.map((one) => ownExisting(one, { people, groups, mark, tag: run.tag }))
  return {
    ...scenario,
    people,
    groups,
    existing,
    named: (word) => `${run.tag}-${word}`,
    timeline: scenario.timeline.map((moment) => markedMoment(moment, run.tag, mark)),
    expect: scenario.expect.map((expectation) => markedExpectation(expectation, mark)),
  }
}

interface Named {
  readonly displayName: string
  readonly externalId: string
}

interface OwnScenario extends Omit<Scenario, 'groups' | 'existing'> {
  readonly groups: ReadonlyMap<string, Named>
  readonly existing: readonly Existing[]
  /** A name for something that the provider makes besides: a test account. */
  readonly named: (word: string) => string
}

interface Cast {
  readonly people: ReadonlyMap<string, Attributes>
  readonly groups: ReadonlyMap<string, Named>
  readonly mark: Mark
  readonly tag: string
}

/** Like somebody of the story, but for what is said of it. */
function ownExisting(one: ExistingDescription, { people, groups, mark, tag }: Cast): Existing {
  if (one.kind === 'group') {
    const group = groups.get(one.like)
    const displayName = one.displayName === undefined ? group?.displayName : `${tag} ${one.displayName}`
    return { kind: 'group', values: new Map([['displayName', displayName ?? tag]]) }
  }
  const attributes = withChanges(people.get(one.like) ?? {}, mark(one.like, one.but))
  const values = new Map<Conveyed, string | boolean>(entriesOf(attributes)).set('active', one.active)
  return { kind: 'person', values: values as Values }
}

type Mark = (key: string, changes: AttributeChanges) => AttributeChanges

function markedMoment(moment: Moment, tag: string, mark: Mark): Moment {
  if (moment.kind === 'rename') return { ...moment, to: mark(moment.person, moment.to) }
  if (moment.kind === 'rename group') return { ...moment, displayName: `${tag} ${moment.displayName}` }
  return moment
}

function markedExpectation(expectation: Expectation, mark: Mark): Expectation {
  if (expectation.kind !== 'attributes') return expectation
  return { ...expectation, attributes: mark(expectation.person, expectation.attributes) }
}

function marked(changes: AttributeChanges, { tag, domain }: Run, number: string): AttributeChanges {
  const pairs = entriesOf(changes).map(([name, value]) => {
    if (value === null) return [name, null]
    if (name === 'nationalId') return [name, number]
    if (!isUniqueInTarget(name)) return [name, value]
    const own = `${tag}-${value}`
    return [name, domain === undefined ? own : own.replace(/@.*$/, `@${domain}`)]
  })
  return Object.fromEntries(pairs)
}

function isUniqueInTarget(name: AttributeName): boolean {
  return name === 'userName' || name === 'externalId' || name.startsWith('emails.')
}

const FIRST_BIRTH = Date.UTC(1950, 0, 1)
const DAY_MS = 86_400_000
const BIRTH_DAYS = 18_000

/** One number each; no two alike, since no two have the same birth date. */
function identityNumbers(keys: readonly string[], seed: string): Map<string, string> {
  const taken = new Set<number>()
  const draw = (key: string): string => {
    let day = numberFrom(`${seed} born ${key}`, BIRTH_DAYS)
    while (taken.has(day)) day = (day + 1) % BIRTH_DAYS
    taken.add(day)
    return syntheticIdentityNumber(new Date(FIRST_BIRTH + day * DAY_MS).toISOString().slice(0, 10))
  }
  return new Map(keys.map((key) => [key, draw(key)]))
}
