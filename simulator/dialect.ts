import type { Json, ScimRequest } from '#scim'
import type { Person } from './directory/directory.ts'
import type { Conveyed, Values } from './wire/attribute.ts'

/** Something an identity provider does, with the evidence for it. */
export interface Habit {
  readonly says: string
  /** Where this is known from. */
  readonly source: string
  readonly confidence: 'documented' | 'observed' | 'inferred'
  /** What it strays from, where it strays from the RFCs: `AMB-048`, or a section as `RFC 7643 section 4.3`. */
  readonly departs?: string
  /**
   * Of a habit that departs: whether a target may accept the request and lawfully make something else of it. Otherwise
   * a target that accepts it has to do what it says, as with any other request.
   */
  readonly mayBeReadOtherwise?: true
}

/** A request and the habits that shaped it. */
export interface Draft<Id extends string = string> {
  readonly request: ScimRequest
  readonly habits: readonly Id[]
}

/** A membership change says for each request which ids it is about. */
export interface MembershipDraft<Id extends string = string> extends Draft<Id> {
  readonly about: readonly string[]
}

export interface Change {
  readonly attribute: Conveyed
  /** `null`: the directory has no value any more. Only a dialect that `clears` is given this. */
  readonly value: string | boolean | null
  /** What the target returned, where the dialect reads before it writes. */
  readonly current?: Json
}

/**
 * What a cycle consists of. `users` creates and updates; a dialect that has no phase of its own for `deactivations`
 * disables people there.
 */
export type Phase = 'users' | 'groups' | 'managers' | 'memberships' | 'deactivations' | 'deletions'

/**
 * How one identity provider speaks SCIM: facts, and pure functions from differences in the directory to requests.
 * Engine and convergence are the same for all.
 */
export interface Dialect<Id extends string = string> {
  /** First part of a play's id. */
  readonly id: string
  readonly title: string
  readonly habits: Readonly<Record<Id, Habit>>
  readonly phases: readonly Phase[]
  readonly memberships: 'group by group' | 'removals first'
  /** Whether anything is sent when an attribute is cleared in the directory. */
  readonly clears: boolean
  /** What a failed probe other than 401 (which always stops a cycle) leads to. */
  readonly failedProbe: 'stop' | 'go on'
  /** What a 409 on a create leads to. */
  readonly conflict: 'report' | 'match again'
  /** What this dialect conveys of a person. */
  valuesOf(person: Person): Values
  /** @param guid an invented id, the same for the same word within a cycle */
  probe(guid: (word: string) => string): readonly Draft<Id>[]
  findUser(values: Values): Draft<Id>
  findGroup(values: Values): Draft<Id>
  createUser(values: Values): Draft<Id>
  createGroup(values: Values): Draft<Id>
  /** Left out where updates follow from what was sent before, not from what the target returns. */
  readUser?(id: string): Draft<Id>
  readGroup?(id: string): Draft<Id>
  /** One request for all changes. */
  changeUser(id: string, changes: readonly Change[]): Draft<Id>
  changeGroup(id: string, changes: readonly Change[]): Draft<Id>
  /** `undefined` where the dialect sends nothing. `before` is what the dialect set last. */
  changeManager(id: string, manager: string | undefined, before: string | undefined): Draft<Id> | undefined
  join(group: string, members: readonly string[]): readonly MembershipDraft<Id>[]
  quit(group: string, members: readonly string[]): readonly MembershipDraft<Id>[]
  deleteUser(id: string): Draft<Id>
  deleteGroup(id: string): Draft<Id>
}

/** Checks the names of habits at compile time. One file in `dialects/` with this as default export is a dialect. */
export function defineDialect<const Id extends string>(dialect: Dialect<Id>): Dialect {
  return dialect as unknown as Dialect
}

/** The path of a resource. */
export function at(collection: '/Users' | '/Groups', id: string): string {
  return `${collection}/${encodeURIComponent(id)}`
}
