import type { Json, JsonObject, ScimRequest, ScimResponse } from '#scim'
import type { Person } from './directory/directory.ts'
import type { Policy } from './policy.ts'
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

/** An update of one person or group. */
export interface Update {
  readonly id: string
  /** At least one. */
  readonly changes: readonly Change[]
  /** All that the directory has and the dialect conveys: what a PUT holds. */
  readonly wanted: Values
  /** What was conveyed last, as far as the provider knows: nothing after a match. */
  readonly sent: Values
  /** The resource as the target showed it last, where the dialect reads before it writes. */
  readonly current: JsonObject | undefined
  /** Of a group: ids of all who were put into it so far. */
  readonly members: readonly string[]
  /** What the person with an id is called, for dialects that show it beside the id. */
  nameOf(id: string): string
}

/** What is to become of a group's members. Ids of users in the target, and of groups where the dialect conveys these. */
export interface MembershipChange {
  readonly id: string
  readonly values: Values
  readonly joining: readonly string[]
  readonly leaving: readonly string[]
  /** All who shall be in it in the end: what a PUT holds. */
  readonly members: readonly string[]
  readonly current: JsonObject | undefined
  /** Whether the group was found in the target, and nobody was put into it since: it may have members of its own. */
  readonly isFound: boolean
  /** What the person with an id is called, for dialects that show it beside the id. */
  nameOf(id: string): string
  /** How many may stand in one request, where the dialect sends differences. */
  readonly perRequest: number
}

/** Requests about members. Between groups, some dialects send all removals before any addition. */
export interface MembershipDrafts<Id extends string = string> {
  readonly removals: readonly MembershipDraft<Id>[]
  /** Whatever replaces the whole list is among these. */
  readonly additions: readonly MembershipDraft<Id>[]
}

/**
 * What a cycle consists of. `users` creates and updates; a dialect that has no phase of its own for `deactivations`
 * disables people there.
 */
export type Phase = 'users' | 'groups' | 'managers' | 'memberships' | 'deactivations' | 'deletions'

/** Requests that follow from each other's answers: what a test of the connection or an import consists of. */
export type Exchanges<Id extends string = string, Result = void> = Generator<Draft<Id>, Result, ScimResponse>

/**
 * How one identity provider speaks SCIM: facts, and pure functions from differences in the directory to requests.
 * Engine and convergence are the same for all.
 */
export interface Dialect<Id extends string = string> {
  /** First part of a play's id; the file's name. */
  readonly id: string
  readonly title: string
  readonly habits: Readonly<Record<Id, Habit>>
  /** `event`: every event is provisioned when it happens, and a synchronisation only repeats what failed. */
  readonly rhythm: 'cycle' | 'event'
  readonly phases: readonly Phase[]
  readonly memberships: 'group by group' | 'removals first'
  /** Whether anything is sent when an attribute is cleared in the directory. */
  readonly clears: boolean
  /** What a failed probe other than 401 (which always stops a cycle) leads to. */
  readonly failedProbe: 'stop' | 'go on'
  /** What a 409 on a create leads to. */
  readonly conflict: 'report' | 'match again'
  /** What the provider does when the target has lost a resource that it is linked to. */
  readonly lost: 'report' | 'create again'
  /**
   * What becomes of a manager or a member who is out of scope when due, and comes into scope later. Left out: is sent in
   * the next cycle.
   */
  readonly outOfScope?: 'wait for a restart'
  /** What another mapping in mid-story leads to. Left out: not known, and not played. */
  readonly newMapping?: 'initial cycle'
  /**
   * What becomes of a group that is a member of a group: its id is sent as a member's where the group is provisioned
   * itself; or it is left out; or its people stand for it.
   */
  readonly nestedGroups: { readonly become: 'members' | 'left out' | 'flattened'; readonly habit: Id }
  /** The habit behind scoping filters and assigned groups, where an administrator has set any. */
  readonly scoping: Id
  /** What stands for the target's state after a match: the hit itself, or a reading by id. */
  readonly afterMatch: 'hit' | 'read'
  /** What more than one hit means: somebody has to look into it (left out), nobody was found, or the first is it. */
  readonly severalHits?: 'none' | 'first'
  /** Why a user as the target shows it cannot be read: nothing is sent about it then, and it counts as failed. */
  unreadable?(user: JsonObject): { readonly why: string; readonly habit: Id } | undefined
  /** The habit of telling again, in every cycle, an `active` that the target does not show as a boolean. */
  readonly repeatsActive?: Id
  /** Whether an account that the answer to its create shows as inactive is switched on once more. */
  readonly switchesOn?: true
  /** Whether a lookup answered with 404 found nobody. Otherwise it is a failure. */
  readonly notFoundIsNone: boolean
  /** Defaults of what an administrator can set; a scenario may say otherwise. */
  readonly policy: Partial<Policy>
  readonly groupAttributes: readonly Conveyed[]
  /** Who counts as removed although the directory still has them: in the bin, or not assigned any more. */
  isGone?(person: Person): boolean
  /** Attributes that the provider makes itself out of others: a story's own values for them say nothing about it. */
  readonly derives?: readonly Conveyed[]
  /** Attributes that are sent with a create and never again, so that nothing is known of them later. */
  readonly onlyAtCreation?: readonly Conveyed[]
  /** The same as an administrator has set it up, where settings change what is sent. */
  configured?(policy: Policy): Dialect
  /** Whether a create names the manager, so that nothing has to follow. */
  readonly namesManagerInCreate?: boolean
  /** Attributes with several values of which none is ever taken away: what the target has besides is as it should be. */
  readonly pilesUp?: readonly Conveyed[]
  /** What this dialect conveys of a person. */
  valuesOf(person: Person): Values
  /** @param guid an invented id, the same for the same word within a cycle */
  probe(guid: (word: string) => string, policy: Policy): readonly Draft<Id>[]
  /**
   * What is sent when the connection is set up, before the first cycle. May end with the status of an answer with which
   * it cannot be. @param name carries the run's mark
   */
  connect?(name: (word: string) => string): Exchanges<Id, number | undefined> | Exchanges<Id>
  /** Reads all accounts and groups, page by page; before each cycle where `imports` says so, else on demand. */
  readAll?(): Exchanges<Id>
  readonly importsBeforeCycle?: true
  /** The habit of looking up several people in a row before any of them is made, where there are many. */
  readonly looksUpTogether?: Id
  /** Left out where a provider looks at what its last import has shown, and asks nobody. */
  findUser?(values: Values, attribute: Conveyed): Draft<Id>
  findGroup?(values: Values, attribute: Conveyed): Draft<Id>
  /** @param manager the id of the manager's account, where that exists already */
  createUser(values: Values, manager: string | undefined): Draft<Id>
  createGroup(values: Values): Draft<Id>
  /** Left out where updates follow from what was sent before, not from what the target returns. */
  readUser?(id: string): Draft<Id>
  readGroup?(id: string): Draft<Id>
  /** What is sent without reading first, by a dialect that reads: a deactivation alone, another password. */
  readonly unread?: readonly ('deactivation' | 'password')[]
  /** Usually one request for all changes. */
  changeUser(update: Update): readonly Draft<Id>[]
  changeGroup(update: Update): readonly Draft<Id>[]
  /** How `active: false` and back is sent where it is not one of the changes of `changeUser`. */
  changeStatus?(update: Update): readonly Draft<Id>[]
  /** `undefined` where the dialect sends nothing. `before` is what the dialect set last. Left out: managers are not sent. */
  changeManager?(id: string, manager: string | undefined, before: string | undefined): Draft<Id> | undefined
  changeMembers(change: MembershipChange): MembershipDrafts<Id>
  /** The whole group once more, as an administrator may ask for. */
  pushGroup?(change: MembershipChange): readonly MembershipDraft<Id>[]
  changePassword?(update: Update, password: string): readonly Draft<Id>[]
  /** Left out where nothing is ever deleted: who is removed is disabled and left. */
  deleteUser?(id: string): Draft<Id>
  deleteGroup?(id: string): Draft<Id>
  /** What is other when an administrator provisions one person, or a group with a few of its members, at once. */
  readonly onDemand?: Partial<
    Pick<Dialect<Id>, 'changeUser' | 'changeStatus' | 'createUser' | 'changeGroup' | 'changeMembers'>
  >
}

/** Checks the names of habits at compile time. One file in `dialects/` with this as default export is a dialect. */
export function defineDialect<const Id extends string>(dialect: Dialect<Id>): Dialect {
  return dialect as unknown as Dialect
}

/** The path of a resource. */
export function at(collection: '/Users' | '/Groups', id: string): string {
  return `${collection}/${encodeURIComponent(id)}`
}
