import { type AttributePath, parseAttributePath } from '#scim/path'
import { findAttribute } from '#scim/resource'
import { buildModel, type ResourceModel } from '#scim/schema'
import type { Case, Check, Needs, Rule } from './check.ts'
import type { Facts, Feature, Models } from './facts.ts'
import { resourceTypeOf } from './facts.ts'
import { messageOf } from './judge.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Kind, Outcome } from './verdict.ts'

/** One thing to do, or one that is not done, with the reason. Plain data but for the functions it names. */
export interface Item {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly requirements: readonly string[]
  /** Id of the check, rule or play. */
  readonly unit: string
  readonly of: Case
  /** Place in the whole plan, before any selection: people and names of an item depend on it and on nothing else. */
  readonly ordinal: number
  /** Who is hurt when it is red. */
  readonly breaks?: string
  /** Milliseconds that it waits for a clock. */
  readonly waits?: number
  /** The most requests that it sends, where the check says so. */
  readonly requests?: number
  /** Of a load check, which runs by itself and after all others. */
  readonly load?: {
    /** The most resources that it makes. */
    readonly makes: number
    /** Where the numbers of its people begin. */
    readonly numbers: number
  }
  readonly skip?: {
    readonly outcome: Extract<Outcome, 'not-applicable' | 'blocked' | 'error'>
    readonly reason: string
  }
}

export interface Units {
  readonly checks: readonly Check[]
  readonly rules: readonly Rule[]
  readonly plays: readonly Rehearsal[]
}

export interface Demands {
  readonly profile: string
  readonly features: readonly Feature[]
  readonly resources: readonly string[]
}

/** The only place that decides what applies. Pure. */
export function plan(units: Units, facts: Facts, demands: Demands, only: readonly string[] = []): Item[] {
  const models = modelsOf(facts)
  const checks = units.checks.flatMap((check) => planCheck(check, facts, models, demands))
  const plays = units.plays.map((play) => planPlay(play, facts))
  const rules = units.rules.map(({ id, title, proves, breaks }) => ({
    ...item(id, 'rule', title, proves, id),
    ...(breaks ? { breaks } : {}),
  }))
  const all = numbered([...checks, ...plays, ...rules])
  return all.filter(({ id }) => selected(id, only))
}

/** Beyond those of all other items and of what they share. */
const LOAD_NUMBERS = 2_000_000
/** For names that are no person's. */
const SPARE_NUMBERS = 1_000

function numbered(items: readonly Item[]): Item[] {
  let numbers = LOAD_NUMBERS
  return items.map((one, ordinal) => {
    if (!one.load) return { ...one, ordinal }
    const { makes } = one.load
    const mine = numbers
    numbers += makes + SPARE_NUMBERS
    return { ...one, ordinal, load: { makes, numbers: mine } }
  })
}

/** `only` holds ids, ids with a case, or beginnings of ids (`patch/`, `patch`); a star stands for anything. */
export function selected(id: string, only: readonly string[]): boolean {
  if (only.length === 0) return true
  return only.some((pattern) => matchesPattern(id, pattern))
}

/** Of the patterns of `only` those that fit nothing there is, whatever the target offers: misspelt, or of another profile. */
export function fittingNothing(only: readonly string[], { checks, plays, rules }: Units): string[] {
  const ids = [...checks, ...plays, ...rules].map(({ id }) => id)
  return only.filter((pattern) => {
    const withoutCase = pattern.replace(/\[.*$/, '')
    return !ids.some((id) => matchesPattern(id, withoutCase))
  })
}

function matchesPattern(id: string, pattern: string): boolean {
  if (pattern.includes('*')) {
    const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
    return new RegExp(`^${parts.join('.*')}$`).test(id)
  }
  const plain = pattern.replace(/\/$/, '')
  return id === plain || id.startsWith(`${plain}/`) || id.startsWith(`${plain}[`)
}

export function modelsOf(facts: Facts): Models {
  return new Map(facts.resourceTypes.map((type) => [type.name, buildModel(type, facts.schemas)]))
}

function planCheck(check: Check, facts: Facts, models: Models, demands: Demands): Item[] {
  const one = (of: Case, skip?: Item['skip']) => {
    const id = of.name === '' ? check.id : `${check.id}[${of.name}]`
    const planned = item(id, 'check', check.title, check.proves, check.id, of, skip)
    const { breaks, waits } = check
    const budget = skip || !facts.load ? undefined : check.load?.(facts.load, of)
    const requests = skip ? undefined : (budget?.requests ?? check.requests?.(of, facts))
    return {
      ...planned,
      ...(breaks ? { breaks } : {}),
      ...(waits ? { waits } : {}),
      ...(requests === undefined ? {} : { requests }),
      ...(budget ? { load: { makes: budget.makes, numbers: 0 } } : {}),
    }
  }
  const skip = missing(check.needs ?? {}, facts, models, demands) ?? unasked(check, facts)
  if (skip) return [one({ name: '' }, skip)]
  try {
    const cases = check.each ? check.each(facts) : [{ name: '' }]
    if (cases.length > 0) return cases.map((of) => one(of))
    return [one({ name: '' }, { outcome: 'not-applicable', reason: 'the target has nothing to try it on' })]
  } catch (error) {
    return [one({ name: '' }, { outcome: 'error', reason: `cannot make cases: ${messageOf(error)}` })]
  }
}

function unasked({ load }: Check, facts: Facts): Item['skip'] | undefined {
  return load && !facts.load ? { outcome: 'not-applicable', reason: 'asks for --load' } : undefined
}

/** The most requests that those items send that say so. */
export function declaredRequests(items: readonly Item[]): number {
  return items.reduce((sum, { requests = 0 }) => sum + requests, 0)
}

/** The most resources that load checks make. */
export function declaredMakes(items: readonly Item[]): number {
  return items.reduce((sum, { load }) => sum + (load?.makes ?? 0), 0)
}

/**
 * What takes longest is started first: plays are long rows of requests, and some checks wait for a clock. Load comes last,
 * when nobody is there to suffer from it.
 */
export function longestFirst(items: readonly Item[]): Item[] {
  const length = ({ kind, load, waits = 0 }: Item) =>
    load ? -1 : kind === 'play' ? Number.POSITIVE_INFINITY : waits
  return [...items].sort((a, b) => length(b) - length(a) || 0)
}

function planPlay(play: Rehearsal, facts: Facts): Item {
  const lacks = ['User', 'Group'].filter((name) => !resourceTypeOf(facts, name))
  // Every dialect looks for people and groups before it creates them, and changes them by PATCH.
  const unmet = (['patch', 'filter'] as const).find((feature) => !facts.features[feature].offered)
  const skip: Item['skip'] =
    lacks.length > 0
      ? { outcome: 'not-applicable', reason: `the target has no resource type ${lacks.join(' and no ')}` }
      : unmet && {
          outcome: 'not-applicable',
          reason: `no ${unmet === 'patch' ? 'PATCH' : unmet}: ${facts.features[unmet].why}`,
        }
  return item(play.id, 'play', play.title, play.proves, play.id, { name: '' }, skip)
}

function item(
  id: string,
  kind: Kind,
  title: string,
  requirements: readonly string[],
  unit: string,
  of: Case = { name: '' },
  skip?: Item['skip'],
): Item {
  return { id, kind, title, requirements, unit, of, ordinal: 0, ...(skip ? { skip } : {}) }
}

function missing(needs: Needs, facts: Facts, models: Models, demands: Demands): Item['skip'] | undefined {
  for (const name of [needs.resource ?? []].flat()) {
    if (models.has(name)) continue
    if (demands.resources.includes(name)) {
      return {
        outcome: 'blocked',
        reason: `the target has no resource type ${name}, which profile ${demands.profile} requires`,
      }
    }
    return { outcome: 'not-applicable', reason: `the target has no resource type ${name}` }
  }
  if (needs.syncApi && !facts.sync)
    return { outcome: 'not-applicable', reason: 'the run was given no Sync API (--sync-api)' }
  return missingFeature(needs, facts, demands) ?? missingAttribute(needs, models)
}

function missingFeature(needs: Needs, facts: Facts, demands: Demands): Item['skip'] | undefined {
  const lacking = needs.features?.find((feature) => !facts.features[feature].offered)
  if (!lacking) return undefined
  const why = facts.features[lacking].why
  if (demands.features.includes(lacking)) {
    return { outcome: 'blocked', reason: `${lacking} is required by profile ${demands.profile}, but ${why}` }
  }
  return { outcome: 'not-applicable', reason: why }
}

function missingAttribute(needs: Needs, models: Models): Item['skip'] | undefined {
  const model = models.get([needs.resource ?? []].flat()[0] ?? '')
  const lacking = model && needs.attributes?.find((path) => !describes(model, path))
  return lacking === undefined || lacking === ''
    ? undefined
    : { outcome: 'not-applicable', reason: `the target's schema does not describe ${lacking}` }
}

function describes(model: ResourceModel, path: string): boolean {
  const urns = [model.core, ...model.extensions.map(({ schema }) => schema)].map(({ id }) => id)
  try {
    return findAttribute(model, parseAttributePath(path, urns) as AttributePath) !== undefined
  } catch {
    return false
  }
}
