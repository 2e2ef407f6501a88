import type { Values } from '../wire/attribute.ts'
import { Names, NOTHING } from './kept.ts'

/** What the provider knows about one person or group in the target. */
export interface Link {
  readonly kind: 'person' | 'group'
  readonly key: string
  /** `person kari`. */
  readonly name: string
  /** The target's id; absent until a create was answered with one. */
  id?: string
  /** What was conveyed last, as far as the provider knows. */
  sent: Values
  /** Everything that was ever conveyed. */
  readonly ever: Names
  /** Removed from the directory and deleted here. */
  deleted: boolean
  /** The target does not know the id any more. */
  lost: boolean
  /** Groups: who was added: keys of persons, and `group nurses` for a group in it. */
  readonly members: Set<string>
  /** Groups: who was ever added. */
  readonly everMembers: Set<string>
  /** Groups: keys of persons who were taken out of it in the target itself; the provider does not know. */
  readonly driftedMembers: Set<string>
  /** Groups: keys of persons who were out of scope when they were due, where the provider does not come back to them. */
  readonly skippedMembers: Set<string>
  /** Persons: the key of a manager who was out of scope when due, likewise. */
  skippedManager?: string
  /** Groups: keys of persons whom another source of the target's put into it. */
  readonly othersMembers: Set<string>
  /** Groups: keys of groups in it of which it was said that they are not sent as members. */
  readonly toldInner: Set<string>
  /** Groups: found in the target by its name, not made. */
  found?: boolean
  /** Persons: the manager's id that was set last; null: taken away. */
  manager?: string | null
  /** Not managed any more: switched off when it left the scope. Nothing is sent about it until it comes back. */
  unmanaged: boolean
  /**
   * Why the provider sends nothing about this object, or what was done to it behind the provider's back: the target is
   * not to blame for what follows, and nothing is compared.
   */
  held?: string
  /** To be looked at in the next cycle, whatever was sent. */
  review?: true
  /** Failures in a row, and the hour before which it is not tried again. */
  failures: number
  retryAt: number
}

/** One for all persons, who have no members: sets of their own would take more room than all else about them. */
const NOBODY: Set<string> = new Set()

export function newLink(kind: Link['kind'], key: string): Link {
  const nobody = () => (kind === 'group' ? new Set<string>() : NOBODY)
  return {
    kind,
    key,
    name: `${kind} ${key}`,
    sent: NOTHING,
    ever: new Names(),
    deleted: false,
    lost: false,
    members: nobody(),
    everMembers: nobody(),
    driftedMembers: nobody(),
    skippedMembers: nobody(),
    othersMembers: nobody(),
    toldInner: nobody(),
    unmanaged: false,
    failures: 0,
    retryAt: 0,
  }
}

export function nameOf({ name }: Pick<Link, 'name'>): string {
  return name
}

/** All links of one kind, found by key and by the target's id. */
export class Links {
  readonly kind: Link['kind']
  private readonly byKey = new Map<string, Link>()
  private readonly byId = new Map<string, Link>()

  constructor(kind: Link['kind']) {
    this.kind = kind
  }

  get(key: string): Link | undefined {
    return this.byKey.get(key)
  }

  /** Made on first sight. */
  for(key: string): Link {
    const known = this.byKey.get(key)
    if (known) return known
    const link = newLink(this.kind, key)
    this.byKey.set(key, link)
    return link
  }

  withId(id: string): Link | undefined {
    return this.byId.get(id)
  }

  setId(link: Link, id: string): void {
    this.dropId(link)
    link.id = id
    this.byId.set(id, link)
  }

  /** The provider forgets which resource it is; it will look for it again. */
  dropId(link: Link): void {
    if (link.id !== undefined && this.byId.get(link.id) === link) this.byId.delete(link.id)
    delete link.id
    link.lost = false
  }

  /** Hired again after the account was deleted: nothing is known any more. */
  beginAnew(link: Link): void {
    this.dropId(link)
    link.deleted = false
    link.sent = NOTHING
    link.ever.clear()
    link.unmanaged = false
    delete link.manager
    delete link.held
  }

  values(): IterableIterator<Link> {
    return this.byKey.values()
  }

  get size(): number {
    return this.byKey.size
  }
}
