import type { AttributeChanges } from './attributes.ts'

/** Something that happens in the organisation. Persons and groups by their keys in the scenario. */
export type Event =
  | { readonly kind: PersonEvent; readonly person: string }
  | { readonly kind: 'rename'; readonly person: string; readonly to: AttributeChanges }
  | { readonly kind: 'rename group'; readonly group: string; readonly displayName: string }
  | { readonly kind: 'join' | 'quit'; readonly person: string; readonly group: string }
  | { readonly kind: 'nest'; readonly group: string; readonly in: string }
  | { readonly kind: 'unnest'; readonly group: string; readonly from: string }
  | { readonly kind: 'move'; readonly person: string; readonly from: string; readonly to: string }
  | { readonly kind: 'dissolve' | 'form'; readonly group: string }
  | { readonly kind: 'manager'; readonly person: string; readonly manager?: string }

/**
 * `hire`: comes into the directory and the application. `leave`: the account is disabled and every group is lost;
 * `return`: it is enabled again. `disable`, `enable`: the same without a change of groups. `suspend`,
 * `unsuspend`: nobody can sign in for a while, which most providers keep to themselves. `unassign`, `assign`: somebody
 * stays in the directory but may not use the application any more, and may again. `bin`, `restore`: a deletion that can be
 * undone. `remove`: purged from the directory. Of groups: `nest`, `unnest`: a whole group becomes a member of another one,
 * and is none any more.
 */
export const PERSON_EVENTS = [
  'hire',
  'leave',
  'return',
  'disable',
  'enable',
  'suspend',
  'unsuspend',
  'unassign',
  'assign',
  'bin',
  'restore',
  'remove',
] as const
export type PersonEvent = (typeof PERSON_EVENTS)[number]

/** One line in the organisation's words. Names attributes, never their values: one may be an identity number. */
export function describeEvent(event: Event): string {
  switch (event.kind) {
    case 'rename':
      return `rename ${event.person} (${Object.keys(event.to).join(', ')})`
    case 'rename group':
      return `rename group ${event.group}`
    case 'join':
      return `join ${event.person} to ${event.group}`
    case 'quit':
      return `quit ${event.person} from ${event.group}`
    case 'move':
      return `move ${event.person} from ${event.from} to ${event.to}`
    case 'nest':
      return `nest ${event.group} in ${event.in}`
    case 'unnest':
      return `take ${event.group} out of ${event.from}`
    case 'dissolve':
    case 'form':
      return `${event.kind} ${event.group}`
    case 'manager':
      return event.manager === undefined
        ? `${event.person} has no manager any more`
        : `manager of ${event.person} is ${event.manager}`
    default:
      return `${event.kind} ${event.person}`
  }
}

/** Keys of the persons and groups that an event is about. */
export function concerned({ kind: _, ...about }: Event): string[] {
  return Object.values(about).filter((value) => typeof value === 'string')
}
