import type { AttributeChanges } from './attributes.ts'

/** Something that happens in the organisation. Persons and groups by their keys in the scenario. */
export type Event =
  | { readonly kind: 'hire' | 'leave' | 'return' | 'remove'; readonly person: string }
  | { readonly kind: 'rename'; readonly person: string; readonly to: AttributeChanges }
  | { readonly kind: 'rename group'; readonly group: string; readonly displayName: string }
  | { readonly kind: 'join' | 'quit'; readonly person: string; readonly group: string }
  | { readonly kind: 'move'; readonly person: string; readonly from: string; readonly to: string }
  | { readonly kind: 'dissolve'; readonly group: string }
  | { readonly kind: 'manager'; readonly person: string; readonly manager?: string }

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
    case 'dissolve':
      return `dissolve ${event.group}`
    case 'manager':
      return event.manager === undefined
        ? `${event.person} has no manager any more`
        : `manager of ${event.person} is ${event.manager}`
    default:
      return `${event.kind} ${event.person}`
  }
}

/** Whether an event is about a person or group, by key. */
export function concerns(event: Event, key: string): boolean {
  const { kind: _, ...about } = event
  return Object.values(about).some((value) => value === key)
}
