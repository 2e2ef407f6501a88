import { findIdentityNumbers } from '#people'
import type { Attributes } from './directory/attributes.ts'
import { type Expectation, readExpectation } from './scenario/expectation.ts'
import { type Node, readYaml } from './scenario/node.ts'
import { checkOrder } from './scenario/order.ts'
import { readPerson } from './scenario/person.ts'
import { ScenarioError } from './scenario/scenario-error.ts'
import { type Cast, type Moment, readMoment } from './scenario/timeline.ts'

export interface GroupDescription {
  readonly displayName: string
  readonly externalId?: string
}

/** A story in the organisation's words: no HTTP, no vendor. */
export interface Scenario {
  /** `joiner-to-leaver`. */
  readonly id: string
  /** A statement about a target that does it right. */
  readonly title: string
  readonly people: ReadonlyMap<string, Attributes>
  readonly groups: ReadonlyMap<string, GroupDescription>
  readonly timeline: readonly Moment[]
  readonly expect: readonly Expectation[]
}

const KEY = /^[a-z][a-z0-9-]{0,30}$/
const ID = /^[a-z][a-z0-9-]{0,60}$/

/**
 * Reads a scenario.
 *
 * @param text the YAML text
 * @param file its name, for messages only
 * @throws ScenarioError with file, line and column; unknown keys are errors too
 */
export function loadScenario(text: string, file: string): Scenario {
  refuseIdentityNumbers(text, file)
  const root = readYaml(text, file)
  const fields = root.fields('a scenario', ['id', 'title', 'people', 'groups', 'timeline', 'expect'])
  const field = (name: string): Node => fields.get(name) ?? root.fail(`the scenario has no "${name}"; add it`)
  const people = readKeyed(field('people'), 'people', readPerson)
  const groups = readKeyed(fields.get('groups'), 'groups', readGroup)
  const cast: Cast = { people: [...people.keys()], groups: [...groups.keys()] }
  const moments = field('timeline')
    .list('the timeline')
    .map((at) => ({ at, moment: readMoment(at, cast) }))
  checkOrder(moments, field('timeline'))
  const expect = fields.get('expect')?.list('expect') ?? []
  return {
    id: matching(field('id'), 'id', ID),
    title: field('title').text('title'),
    people,
    groups,
    timeline: moments.map(({ moment }) => moment),
    expect: expect.map((node) => readExpectation(node, cast)),
  }
}

function readGroup(node: Node): GroupDescription {
  const fields = node.fields('a group', ['displayName', 'externalId'])
  const name = fields.get('displayName') ?? node.fail('this group has no displayName; add "displayName: …"')
  const externalId = fields.get('externalId')
  const base = { displayName: name.text('displayName') }
  return externalId ? { ...base, externalId: externalId.text('externalId') } : base
}

function readKeyed<Value>(
  node: Node | undefined,
  what: string,
  read: (node: Node) => Value,
): Map<string, Value> {
  const entries = node?.entries(what) ?? []
  return new Map(entries.map(({ at, value }) => [matching(at, `a key in ${what}`, KEY), read(value)]))
}

function matching(node: Node, what: string, pattern: RegExp): string {
  const text = node.text(what)
  if (pattern.test(text)) return text
  return node.fail(
    `expected ${what} of small letters, digits and "-", beginning with a letter, found "${text}"`,
  )
}

function refuseIdentityNumbers(text: string, file: string): void {
  const first = findIdentityNumbers(text)[0]
  if (!first) return
  const before = text.slice(0, first.index).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  const advice = 'take it out and write "nationalId: synthetic" for the person'
  throw new ScenarioError(file, before.length, column, `this looks like an identity number; ${advice}`)
}
