import { findIdentityNumbers } from '#people'
import type { AttributeChanges, Attributes } from './directory/attributes.ts'
import type { Policy } from './policy.ts'
import { type Expectation, readExpectation } from './scenario/expectation.ts'
import type { Moments } from './scenario/made.ts'
import type { Moment } from './scenario/moment.ts'
import { type Node, readYaml } from './scenario/node.ts'
import { checkOrder } from './scenario/order.ts'
import { readChanges, readPerson } from './scenario/person.ts'
import { readPolicy } from './scenario/policy.ts'
import { ScenarioError } from './scenario/scenario-error.ts'
import { type Cast, readMoment } from './scenario/timeline.ts'

export interface GroupDescription {
  readonly displayName: string
  readonly externalId?: string
  /** The name under which an administrator has filed it: `ksfiks`. */
  readonly parent?: string
}

/** An account or group that is in the target before the story begins: like one of the story's, but for something. */
export type ExistingDescription =
  | {
      readonly kind: 'person'
      readonly like: string
      readonly but: AttributeChanges
      readonly active: boolean
    }
  | ({ readonly kind: 'group'; readonly like: string } & Partial<GroupDescription>)

/** A story in the organisation's words: no HTTP, no vendor. */
export interface Scenario {
  /** `joiner-to-leaver`. */
  readonly id: string
  /** A statement about a target that does it right. */
  readonly title: string
  readonly people: ReadonlyMap<string, Attributes>
  readonly groups: ReadonlyMap<string, GroupDescription>
  readonly existing: readonly ExistingDescription[]
  /** What the administrator of the provider has set. */
  readonly policy: Partial<Policy>
  /** Dialects that the story is about; all of them where it does not say. */
  readonly dialects?: readonly string[]
  readonly timeline: Moments
  readonly expect: readonly Expectation[]
}

export const KEYS = [
  'id',
  'title',
  'dialects',
  'people',
  'groups',
  'existing',
  'provider',
  'timeline',
  'expect',
]
export const KEY = /^[a-z][a-z0-9-]{0,30}$/
export const ID = /^[a-z][a-z0-9-]{0,60}(?:\/[a-z0-9][a-z0-9-]{0,60})?$/

/**
 * Reads a scenario.
 *
 * @param text the YAML text
 * @param file its name, for messages only
 * @throws ScenarioError with file, line and column; unknown keys are errors too
 */
export function loadScenario(
  text: string,
  file: string,
): Scenario & { readonly timeline: readonly Moment[] } {
  refuseIdentityNumbers(text, file)
  const root = readYaml(text, file)
  const fields = root.fields('a scenario', KEYS)
  const field = (name: string): Node => fields.get(name) ?? root.fail(`the scenario has no "${name}"; add it`)
  const people = readKeyed(field('people'), 'people', readPerson)
  const groups = readKeyed(fields.get('groups'), 'groups', readGroup)
  const cast: Cast = { people: [...people.keys()], groups: [...groups.keys()] }
  const moments = field('timeline')
    .list('the timeline')
    .map((at) => ({ at, moment: readMoment(at, cast) }))
  checkOrder(moments, field('timeline'))
  const existing = (fields.get('existing')?.list('existing') ?? []).map((node) => readExisting(node, cast))
  checkOtherSources(moments, existing)
  const dialects = fields.get('dialects')?.list('dialects')
  const expect = fields.get('expect')?.list('expect') ?? []
  return {
    id: matching(field('id'), 'id', ID),
    title: field('title').text('title'),
    people,
    groups,
    existing,
    policy: readPolicy(fields.get('provider'), cast.groups),
    ...(dialects ? { dialects: dialects.map((node) => matching(node, 'a dialect', ID)) } : {}),
    timeline: moments.map(({ moment }) => moment),
    expect: expect.map((node) => readExpectation(node, cast)),
  }
}

function readGroup(node: Node): GroupDescription {
  const fields = node.fields('a group', ['displayName', 'externalId', 'parent'])
  const name = fields.get('displayName') ?? node.fail('this group has no displayName; add "displayName: …"')
  const externalId = fields.get('externalId')
  const parent = fields.get('parent')
  return {
    displayName: name.text('displayName'),
    ...(externalId ? { externalId: externalId.text('externalId') } : {}),
    ...(parent ? { parent: parent.text('parent') } : {}),
  }
}

/** `{ like: kari, but: { title: null }, active: false }`, `{ like: teachers, but: { displayName: … } }`. */
function readExisting(node: Node, cast: Cast): ExistingDescription {
  const fields = node.fields('what was there before', ['like', 'but', 'active'])
  const like =
    fields.get('like') ?? node.fail('what was there before has no "like"; name a person or a group')
  const key = like.oneOf('a person or a group', [...cast.people, ...cast.groups])
  const but = fields.get('but')
  if (cast.people.includes(key)) {
    const active = fields.get('active')?.flag('active') ?? true
    return { kind: 'person', like: key, but: but ? readChanges(but) : {}, active }
  }
  fields.get('active')?.fail('only a person can be active')
  const others = but?.fields('a group', ['displayName', 'externalId'])
  const said = [...(others ?? [])].map(([name, value]) => [name, value.text(name)])
  return { kind: 'group', like: key, ...Object.fromEntries(said) }
}

/** Another source has accounts of its own: those that were there before, and that this provider has nothing to do with. */
function checkOtherSources(
  moments: readonly { readonly at: Node; readonly moment: Moment }[],
  existing: readonly ExistingDescription[],
): void {
  const hired = new Set(moments.map(({ moment }) => moment.kind === 'hire' && moment.person))
  for (const { at, moment } of moments) {
    if (moment.kind !== 'other source') continue
    const { person } = moment
    if (hired.has(person)) at.fail(`"${person}" is hired here; another source has people of its own`)
    if (!existing.some(({ like }) => like === person))
      at.fail(`another source has no account of "${person}"; add "existing: [{ like: ${person} }]"`)
  }
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
