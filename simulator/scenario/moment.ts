import { describeEvent, type Event } from '../directory/event.ts'
import type { Gate, Policy } from '../policy.ts'

/** What happens to the provider, to the network or, behind the provider's back, to the target. */
export type Trouble =
  | { readonly kind: 'wait'; readonly hours: number }
  /** After so many requests none arrives any more. `status` 0: no answer at all. */
  | { readonly kind: 'outage'; readonly after: number; readonly status: number }
  | { readonly kind: 'recovery' }
  /** After so many requests, so many are answered 429. */
  | {
      readonly kind: 'throttle'
      readonly after: number
      readonly requests: number
      readonly retryAfter?: number
    }
  /** The answer to the next write about `person kari` gets lost. */
  | { readonly kind: 'lost answer'; readonly object: string }
  /** The next write about `person kari` reaches the target twice; the second answer is the one that comes back. */
  | { readonly kind: 'sent twice'; readonly object: string }
  /** The target loses `person kari`. */
  | { readonly kind: 'vanish'; readonly object: string }
  /** Somebody changes the target itself. */
  | { readonly kind: 'drift'; readonly group: string; readonly without: string }
  /** Another provider at the same target takes somebody of its own in, or out again. */
  | {
      readonly kind: 'other source'
      readonly group: string
      readonly person: string
      readonly does: 'add' | 'remove'
    }
  | { readonly kind: 'restart' }
  | { readonly kind: 'approve' }
  /** A step of the set-up without which nothing is written. */
  | { readonly kind: 'done'; readonly gate: Gate }
  | { readonly kind: 'import' }
  | { readonly kind: 'on demand'; readonly person: string }
  /** With some of its members. */
  | { readonly kind: 'on demand'; readonly group: string; readonly members: readonly string[] }
  | { readonly kind: 'password'; readonly person: string }
  /** The administrator maps attributes in another way. */
  | { readonly kind: 'mapping'; readonly policy: Partial<Policy> }
  | { readonly kind: 'push'; readonly group: string }

export type Moment = Event | Trouble | { readonly kind: 'sync' }

const NO_EVENTS: Readonly<Record<Exclude<Moment, Event>['kind'], true>> = {
  sync: true,
  wait: true,
  outage: true,
  recovery: true,
  throttle: true,
  'lost answer': true,
  'sent twice': true,
  vanish: true,
  drift: true,
  'other source': true,
  restart: true,
  approve: true,
  done: true,
  import: true,
  'on demand': true,
  password: true,
  push: true,
  mapping: true,
}

/** Whether it happens in the organisation itself. */
export function isEvent(moment: Moment): moment is Event {
  return !Object.hasOwn(NO_EVENTS, moment.kind)
}

/** One line for the timeline. */
export function describeMoment(moment: Exclude<Moment, { kind: 'sync' }>): string {
  switch (moment.kind) {
    case 'wait':
      return `${moment.hours} hours pass`
    case 'outage':
      return moment.after === 0
        ? 'the target cannot be reached'
        : `after ${moment.after} requests the target cannot be reached`
    case 'recovery':
      return 'the target can be reached again'
    case 'throttle':
      return moment.after === 0
        ? `the next ${moment.requests} requests are answered 429`
        : `after ${moment.after} requests the next ${moment.requests} are answered 429`
    case 'lost answer':
      return `the next answer about ${moment.object} gets lost`
    case 'sent twice':
      return `the next write about ${moment.object} reaches the target twice`
    case 'vanish':
      return `the target loses ${moment.object}`
    case 'drift':
      return `somebody takes ${moment.without} out of ${moment.group} in the target`
    case 'other source':
      return moment.does === 'add'
        ? `another source puts ${moment.person} into ${moment.group}`
        : `another source takes ${moment.person} out of ${moment.group}`
    case 'restart':
      return 'the provider forgets its links and begins anew'
    case 'approve':
      return 'somebody approves what was held back'
    case 'done':
      return `done: ${moment.gate}`
    case 'import':
      return 'the provider reads all accounts and groups'
    case 'on demand':
      return 'group' in moment
        ? `somebody provisions ${moment.group} at once with ${moment.members.join(', ') || 'none of its members'}`
        : `somebody provisions ${moment.person} at once`
    case 'password':
      return `${moment.person} gets another password`
    case 'mapping':
      return `the mapping is changed: ${Object.keys(moment.policy).join(', ')}`
    case 'push':
      return `somebody pushes ${moment.group} once more`
    default:
      return describeEvent(moment)
  }
}
