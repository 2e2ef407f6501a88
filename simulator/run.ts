import type { Json } from '#scim'
import {
  ATTRIBUTES,
  type AttributeChanges,
  type AttributeName,
  type Attributes,
  entriesOf,
  withChanges,
} from './directory/attributes.ts'
import type { Existing } from './engine/by-hand.ts'
import type { Expectation } from './scenario/expectation.ts'
import { identityNumbers } from './scenario/identity-number.ts'
import { eachOf, MadeMap, MadeMoments } from './scenario/made.ts'
import type { Moment } from './scenario/moment.ts'
import type { ExistingDescription, Scenario } from './scenario.ts'
import type { Conveyed, Values } from './wire/attribute.ts'

export interface Run {
  /** Everything that the play creates carries it: `st-k3v9x2`. */
  readonly tag: string
  readonly seed: string
  /** In which the target wants all addresses; those of the scenario move there. */
  readonly domain?: string
  /** Milliseconds within which the target promises to show its own writes everywhere. */
  readonly settle?: number
  /** Hears each line of the timeline as it is told; the result has none of them then. */
  readonly onTold?: (entry: Json) => void
}

/**
 * The scenario as this run plays it: names that must be unique in the target carry the run's tag, and
 * `nationalId: synthetic` has become a number of the Tenor series.
 */
export function scenarioFor(scenario: Scenario, run: Run): OwnScenario {
  const numbers = identityNumbers(scenario.people.keys(), run.seed)
  const mark = (key: string, changes: AttributeChanges) =>
    marked(changes, run, (words) => numbers(key, words))
  const people = new MadeMap(
    scenario.people,
    (person, key) => mark(key, { ...person, externalId: person.externalId ?? key }) as Attributes,
  )
  const groups = new Map(
    [...scenario.groups].map(([key, { displayName, externalId, ...filed }]) => [
      key,
      { ...filed, displayName: `${run.tag} ${displayName}`, externalId: `${run.tag}-${externalId ?? key}` },
    ]),
  )
  const existing = scenario.existing.map((one) => ownExisting(one, { people, groups, mark, tag: run.tag }))
  return {
    ...scenario,
    people,
    groups,
    existing,
    named: (word) => ownName(word, run),
    timeline: new MadeMoments(() =>
      eachOf(scenario.timeline, (moment) => markedMoment(moment, run.tag, mark)),
    ),
    expect: scenario.expect.map((expectation) => markedExpectation(expectation, mark)),
  }
}

interface Named {
  readonly displayName: string
  readonly externalId: string
  readonly parent?: string
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
    const values = new Map<Conveyed, string>([['displayName', displayName ?? tag]])
    if (one.externalId !== undefined) values.set('externalId', `${tag}-${one.externalId}`)
    return { kind: 'group', like: one.like, values }
  }
  const attributes = withChanges(people.get(one.like) ?? {}, mark(one.like, one.but))
  const values = new Map<Conveyed, string | boolean>(entriesOf(attributes)).set('active', one.active)
  return { kind: 'person', like: one.like, values: values as Values }
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

type Find = (words: string) => string

function marked(changes: AttributeChanges, run: Run, number: Find): AttributeChanges {
  // Who has the address for a name has the same text twice, kept once.
  const own = new Map<string, string>()
  const ownFor = (name: AttributeName, value: string) => {
    if (name === 'nationalId') return number(value)
    if (!isUniqueInTarget(name)) return value
    const marked = own.get(value) ?? ownName(value, run)
    own.set(value, marked)
    return marked
  }
  const all: Partial<Record<AttributeName, string | null>> = {}
  // Of everybody several times in each synchronisation: no list of pairs in between.
  for (const name of ATTRIBUTES) {
    const value = changes[name]
    if (value !== undefined) all[name] = value === null ? null : ownFor(name, value)
  }
  return all
}

function ownName(name: string, { tag, domain }: Run): string {
  const own = `${tag}-${name}`
  return domain === undefined ? own : own.replace(/@.*$/, `@${domain}`)
}

function isUniqueInTarget(name: AttributeName): boolean {
  return name === 'userName' || name === 'externalId' || name.startsWith('emails.')
}
