/**
 * The authoring door: everything a check, a rule or a profile needs, for us and for third parties alike.
 * A check is one literal in one file: `act` talks and never judges, `judge` is pure and never talks.
 */

import type { Person, PersonOptions } from '#people'
import type { RequirementId, Severity } from '#requirements'
import type { Exchange, Json, JsonObject, OtherToken, ScimRequest } from '#scim'
import type { Schema } from '#scim/schema'
import type { Tightening } from './bar.ts'
import type { Claims } from './claim.ts'
import type { Facts, Feature } from './facts.ts'
import type { Feed } from './feed.ts'
import type { Load, LoadBudget } from './load.ts'

export type { Person } from '#people'
export type { ProfileRequirementId, Requirement, RequirementId } from '#requirements'
export type { Tightening } from './bar.ts'
export { type Claim, type Claims, type Detail, type Reading, reading } from './claim.ts'
export { type ClientRule, defineClientRule, type Trace } from './client-rule.ts'
export { type Facts, FEATURES, type Feature, resourceTypeOf } from './facts.ts'
export type { Feed, FeedQuery, FeedStream } from './feed.ts'
export type { Load, LoadBudget } from './load.ts'
export { escapeToken, pointTo } from './pointer.ts'
export * from './trace.ts'

/** What `act` saw, by name: all that `judge` gets. */
export type Seen = Readonly<Record<string, Exchange | readonly Exchange[]>>

/** One case of a check that is made for each of several attributes, operators, … */
export interface Case {
  /** Shows in the id: `filter/operator-selects[sw]`. */
  readonly name: string
  readonly [detail: string]: Json
}

export interface Needs {
  readonly features?: readonly Feature[]
  /** Name of a resource type, as in `meta.resourceType`; several where the check touches several. */
  readonly resource?: string | readonly string[]
  /** Attribute paths that the resource's published schema must have (first named resource). */
  readonly attributes?: readonly string[]
  /** The run was told where the target is read (`--sync-api`), so that `feed` is there. */
  readonly syncApi?: true
}

/** A resource that the run made: this check alone (`given`), or one for all checks that only read it (`shared`). */
export interface Made {
  readonly type: string
  readonly id: string
  /** `/Users/<id>`, percent-encoded, ready for a request. */
  readonly path: string
  /** The body that was sent. */
  readonly sent: JsonObject
  /** The body of the answer, or of a GET if the answer had none. */
  readonly body: JsonObject
  readonly created: Exchange
}

export interface SendOptions {
  /**
   * `none`: no Authorization header; `wrong`: one that nobody issued; the others: a token of that kind, which
   * `facts.tokens` has to name. Default: the run's own credentials.
   */
  readonly credentials?: 'own' | 'none' | 'wrong' | OtherToken
}

export interface Act<C extends Case = Case> {
  readonly facts: Facts
  /** The case being tried; for a check without cases `{ name: '' }`. */
  readonly of: C
  /** Puts the run's mark in front of a name: everything that is created carries it. */
  mark(name: string): string
  /** A userName or e-mail address of a marked name, in the domain that the target wants. */
  address(mark: string): string
  /** The next synthetic person; no two calls in a run give the same one. */
  person(options?: PersonOptions): Person
  /** The smallest body the target accepts for a new resource of this type (with `overrides` merged in), not sent. */
  draft(resource: string, overrides?: JsonObject): JsonObject
  /** The same by the published schemas alone: without what the configuration says or refusals have taught. */
  published(resource: string): JsonObject
  /** Creates a resource of the check's own; removed afterwards. A refusal makes the check `blocked`. */
  given(resource: string, overrides?: JsonObject): Promise<Made>
  /**
   * The same for checks that only read: one resource of the run for all that ask for the same overrides. Whoever writes
   * to it spoils it for the others; it stays until the run ends.
   */
  shared(resource: string, overrides?: JsonObject): Promise<Made>
  /** Like `mark`, the same for all who ask: a value that shared resources carry and nobody else's do. */
  sharedMark(name: string): string
  /** The path of a resource that never existed: `/Users/<random>`. */
  missing(resource: string): string
  /** The endpoint of a resource type, `/Users`. */
  endpoint(resource: string): string
  /**
   * Sends one request and returns what was seen. Never throws for what the target answers.
   * A write to anything that this run did not create is refused before a byte is sent.
   */
  send(request: ScimRequest, options?: SendOptions): Promise<Exchange>
  /**
   * Repeats a GET until the test holds or the declared delay of the target has passed, at most eleven looks; returns the
   * last exchange.
   */
  eventually(request: ScimRequest, until: (exchange: Exchange) => boolean): Promise<Exchange>
  /** What the target tells other systems, read only. Say so in `needs`: without it the check ends as not applicable. */
  readonly feed: Feed
  /** Lets time pass, for clocks of whole seconds. Say how long in `waits`. */
  wait(ms: number): Promise<void>
  /** Ends the check as `blocked`: it could not be tried. */
  blocked(reason: string): never
  /** Ends the check as `not-applicable`: it needs something that the target lawfully does without. */
  notOffered(reason: string): never
}

export interface Judging<C extends Case = Case> {
  readonly facts: Facts
  readonly of: C
}

interface Common<P extends readonly RequirementId[]> {
  /** `<topic>/<fact>`: the path of the file below its folder, in the present tense. Never reused. */
  readonly id: string
  /** A statement about a conforming target, at most 70 characters. */
  readonly title: string
  /** The requirements it makes claims about: each gets at least one claim, or the check is at fault. */
  readonly proves: P
  /** Facts about who is hurt when it is red, with the source. Shown with the finding. */
  readonly breaks?: string
}

export interface CheckDefinition<P extends readonly RequirementId[], S extends Seen, C extends Case>
  extends Common<P> {
  readonly needs?: Needs
  /** Milliseconds that it waits for a clock to move on. Such checks are started first, so that nobody waits for them. */
  readonly waits?: number
  /**
   * The most requests that `act` sends for one case: `given` and each look of `eventually` count, what is shared and
   * tidying up do not. `plan` shows it; a check that sends more is at fault.
   */
  requests?(of: C, facts: Facts): number
  /**
   * Says that the check is heavy, and what one case may cost at most. It runs with `--load` alone, by itself and after all
   * others; `act` and `judge` find in `loadOf(facts)` how much they are asked for. Such a check needs no `requests`.
   */
  load?(size: Load, of: C): LoadBudget
  /** One case each; none given means that the check does not apply. */
  readonly each?: (facts: Facts) => readonly C[]
  act(act: Act<C>): Promise<S>
  judge(seen: S, claim: Claims<P[number]>, judging: Judging<C>): void
  /** What a wrong target would have shown: `judge` must be red on it, for every requirement in `proves`. */
  counterexample(seen: S, judging: Judging<C>): S | readonly S[]
}

export interface RuleDefinition<P extends readonly RequirementId[]> extends Common<P> {
  /** Looks at every exchange of the run. Makes no claim where the rule does not apply. */
  judge(exchange: Exchange, claim: Claims<P[number]>, facts: Facts): void
  /** A conforming exchange made wrong. Called with one on which `judge` made a claim. */
  counterexample(exchange: Exchange, facts: Facts): Exchange | readonly Exchange[]
}

export interface Check extends CheckDefinition<readonly RequirementId[], Seen, Case> {
  readonly kind: 'check'
}
export interface Rule extends RuleDefinition<readonly RequirementId[]> {
  readonly kind: 'rule'
}

export function defineCheck<const P extends readonly RequirementId[], S extends Seen, C extends Case = Case>(
  definition: CheckDefinition<P, S, C>,
): Check {
  // The harness passes back exactly what `act` returned, so the narrower types are safe inside.
  return { kind: 'check', ...definition } as unknown as Check
}

export function defineRule<const P extends readonly RequirementId[]>(definition: RuleDefinition<P>): Rule {
  return { kind: 'rule', ...definition } as unknown as Rule
}

/** A requirement that a profile brings along. */
export interface ProfileRequirement {
  readonly id: RequirementId
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY'
  readonly requirement: string
  /** The same in bokmål, shown to those who read that; `requirement` without it. */
  readonly nb?: string
  /** Document and place. */
  readonly source: string
  readonly confidence: 'documented' | 'observed' | 'inferred'
  /** Whom it binds; the endpoint where nothing is said. What binds clients is judged by `serve --record`. */
  readonly subject?: 'endpoint' | 'client'
  /** Why no test can see from outside whether it is kept. */
  readonly unobservable?: string
  /**
   * Ids of checks, rules and plays that observe it already for another requirement: a topic (`filter/`), one check or one
   * case of it. What comes of them is what comes of it, as the worst of them says and as far as its level goes.
   */
  readonly mapped?: readonly string[]
}

/** Something to know about the documents behind a profile, such as where they contradict each other. Never judged. */
export interface ProfileNote {
  readonly id: string
  readonly text: { readonly en: string; readonly nb: string }
  /** Document and place. */
  readonly source: string
}

/** A choice that is made when a target is set up, and that checks have to know. */
export interface ProfileParameter {
  readonly name: string
  /** The first is taken where nothing is said. */
  readonly values: readonly [string, ...string[]]
  readonly text: { readonly en: string; readonly nb: string }
}

/** Something that no test can see. Asked of people, so in both languages. */
export interface Prerequisite {
  /** `token-expiry` with a date ends the validity of a sign-off on that day. */
  readonly id: string
  readonly text: { readonly en: string; readonly nb: string }
  /** Document and place. */
  readonly source: string
  /** Whether the answer yes has a day. */
  readonly date?: boolean
}

/** A named bar. Data plus folders beside the file that exports it; no code runs when it is loaded. */
export interface Profile {
  readonly id: string
  readonly title: string
  /** The title in bokmål. */
  readonly nb?: string
  /** What it is and what it is not, in a sentence or two. */
  readonly about: string
  /** Other profiles whose checks run as well. `rfc` brings the suites. */
  readonly includes?: readonly string[]
  readonly requires?: { readonly features?: readonly Feature[]; readonly resources?: readonly string[] }
  readonly requirements?: readonly ProfileRequirement[]
  readonly rules?: {
    readonly tighten?: readonly Tightening[]
    readonly waive?: readonly { readonly requirement: RequirementId; readonly reason: string }[]
  }
  /** Schemas that the profile's own checks write with, where the target does not describe them. */
  readonly schemas?: readonly Schema[]
  /** What has to be in place besides the tests before it is used in earnest: a sign-off asks for it. */
  readonly prerequisites?: readonly Prerequisite[]
  /** Shown in reports and on the page of the profile; changes no verdict. */
  readonly notes?: readonly ProfileNote[]
  /** Set with `--parameter name=value`; checks find them in `facts.parameters`. */
  readonly parameters?: readonly ProfileParameter[]
  /** Variants of the reference endpoint that `serve` and embedded runs of this profile have. */
  readonly serves?: readonly string[]
  /** The reference endpoint of this profile offers the Sync API of Fiks beside SCIM, to embedded runs as well. */
  readonly syncApi?: true
  /** Which dialects play which scenarios. */
  readonly rehearses?: readonly { readonly dialect: string; readonly scenarios: readonly string[] }[]
}

export function defineProfile(profile: Profile): Profile {
  return profile
}

export {
  BUSY,
  BUSY_OR_LOST,
  bodyOf,
  createdId,
  elementsOf,
  extensionIntegers,
  findsJust,
  get,
  hasTotal,
  idsIn,
  isOneOf,
  isSuccess,
  isUnassigned,
  listOfAll,
  loadOf,
  memberIds,
  optionalTexts,
  patch,
  pathBelow,
  resourcesIn,
  sameState,
  search,
  unlessRefused,
} from './authoring.ts'
export { FOREIGN } from './observe.ts'
export { sideBySide } from './side-by-side.ts'
export type { Severity }
