import { Column } from '../directory/column.ts'
import { Numbers } from '../directory/numbers.ts'
import type { Values } from '../wire/attribute.ts'
import { NO_NAMES, NOTHING, type SomeNames } from './kept.ts'
import { Members } from './member-set.ts'

/** Of a group: who is in it, by keys of persons, and `group nurses` for a group. */
class Membership {
  /** Who was added. */
  readonly members: Members
  /** Who was taken out of it in the target itself; the provider does not know. */
  readonly drifted = new Set<string>()
  /** Who was out of scope when due, where the provider does not come back to them. */
  readonly skipped = new Set<string>()
  /** Whom another source of the target's put into it. */
  readonly others = new Set<string>()
  /** Keys of groups in it of which it was said that they are not sent as members. */
  readonly toldInner = new Set<string>()

  constructor(keys: Numbers) {
    this.members = new Members(keys)
  }
}

/** One for all persons, who have no members: sets of their own would take more room than all else about them. */
const NOBODY = new Membership(new Numbers())

const DELETED = 1
const LOST = 2
const UNMANAGED = 4
const FOUND = 8
const REVIEW = 16

/**
 * What the provider knows about one person or group in the target. There may be a hundred thousand: what is true or false
 * is a bit, and what has no value is `undefined`, for an object from which a property is deleted takes three times as much.
 */
export class Link {
  readonly key: string
  /** `person kari`. */
  readonly name: string
  /** The target's id; absent until a create was answered with one. */
  id: string | undefined = undefined
  /** What was conveyed last, as far as the provider knows. */
  sent: Values = NOTHING
  /** Everything that was ever conveyed. */
  ever: SomeNames = NO_NAMES
  /** Persons: the key of a manager who was out of scope when due, where the provider does not come back to them. */
  skippedManager: string | undefined = undefined
  /** Persons: the manager's id that was set last; null: taken away. */
  manager: string | null | undefined = undefined
  /**
   * Why the provider sends nothing about this object, or what was done to it behind the provider's back: the target is
   * not to blame for what follows, and nothing is compared.
   */
  held: string | undefined = undefined
  /** Failures in a row, and the hour before which it is not tried again. */
  failures = 0
  retryAt = 0
  private flags = 0
  private readonly membership: Membership

  constructor(kind: 'person' | 'group', key: string, keys: Numbers) {
    this.key = key
    this.name = [kind, key].join(' ')
    this.membership = kind === 'group' ? new Membership(keys) : NOBODY
  }

  get kind(): 'person' | 'group' {
    return this.membership === NOBODY ? 'person' : 'group'
  }

  get members(): Members {
    return this.membership.members
  }

  get driftedMembers(): Set<string> {
    return this.membership.drifted
  }

  get skippedMembers(): Set<string> {
    return this.membership.skipped
  }

  get othersMembers(): Set<string> {
    return this.membership.others
  }

  get toldInner(): Set<string> {
    return this.membership.toldInner
  }

  /** Removed from the directory and deleted here. */
  get deleted(): boolean {
    return (this.flags & DELETED) !== 0
  }

  set deleted(is: boolean) {
    this.flag(DELETED, is)
  }

  /** The target does not know the id any more. */
  get lost(): boolean {
    return (this.flags & LOST) !== 0
  }

  set lost(is: boolean) {
    this.flag(LOST, is)
  }

  /** Not managed any more: switched off when it left the scope. Nothing is sent about it until it comes back. */
  get unmanaged(): boolean {
    return (this.flags & UNMANAGED) !== 0
  }

  set unmanaged(is: boolean) {
    this.flag(UNMANAGED, is)
  }

  /** Groups: found in the target by its name, not made. */
  get found(): boolean {
    return (this.flags & FOUND) !== 0
  }

  set found(is: boolean) {
    this.flag(FOUND, is)
  }

  /** To be looked at in the next cycle, whatever was sent. */
  get review(): boolean {
    return (this.flags & REVIEW) !== 0
  }

  set review(is: boolean) {
    this.flag(REVIEW, is)
  }

  private flag(bit: number, is: boolean): void {
    this.flags = is ? this.flags | bit : this.flags & ~bit
  }
}

export function nameOf({ name }: Pick<Link, 'name'>): string {
  return name
}

const NONE = -1

/** All links of one kind, found by key and by the target's id. */
export class Links {
  readonly kind: Link['kind']
  /** In the order in which they came. */
  private readonly all: Link[] = []
  /** Places in it, by the number of the key. */
  private readonly places = new Column(NONE)
  private readonly byId = new Map<string, Link>()
  /** Ids that were of one of them and are of none now. */
  private readonly dropped = new Set<string>()
  private readonly keys: Numbers

  /** @param keys numbers of whoever may be a member of a group */
  constructor(kind: Link['kind'], keys: Numbers) {
    this.kind = kind
    this.keys = keys
  }

  get(key: string): Link | undefined {
    const number = this.keys.find(key)
    return number < 0 ? undefined : this.all[this.places.get(number)]
  }

  /** Made on first sight. */
  for(key: string): Link {
    const known = this.get(key)
    if (known) return known
    const link = new Link(this.kind, key, this.keys)
    this.places.set(this.keys.of(key), this.all.push(link) - 1)
    return link
  }

  withId(id: string): Link | undefined {
    return this.byId.get(id)
  }

  /** Whether the id is, or was at any time, of one of them. */
  hadId(id: string): boolean {
    return this.byId.has(id) || this.dropped.has(id)
  }

  setId(link: Link, id: string): void {
    this.dropId(link)
    link.id = id
    this.byId.set(id, link)
  }

  /** The provider forgets which resource it is; it will look for it again. */
  dropId(link: Link): void {
    if (link.id !== undefined && this.byId.get(link.id) === link) {
      this.byId.delete(link.id)
      this.dropped.add(link.id)
    }
    link.id = undefined
    link.lost = false
  }

  /** Hired again after the account was deleted: nothing is known any more. */
  beginAnew(link: Link): void {
    this.dropId(link)
    link.deleted = false
    link.sent = NOTHING
    link.ever = NO_NAMES
    link.unmanaged = false
    link.manager = undefined
    link.held = undefined
  }

  values(): IterableIterator<Link> {
    return this.all.values()
  }

  get size(): number {
    return this.all.length
  }
}
