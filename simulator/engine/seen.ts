import { type Json, member } from '#scim'
import { Numbers } from '../directory/numbers.ts'

/** Read back and there: nothing more is kept of it. */
const PRESENT: Json = {}

/** What was read back of an object. */
interface State {
  /** `null` where it was gone. */
  readonly body: Json
  /** Ids of the groups that an account says it is in. */
  readonly groups?: readonly string[]
}

const THERE: State = { body: PRESENT }
const AWAY: State = { body: null }

/**
 * What was read back last, by `person kari`: `null` where it was gone. A whole body is kept only of those about whom the
 * story expects something in the end; there may be a hundred thousand others.
 */
export class Seen {
  private readonly objects: Numbers
  /** Objects whose bodies are kept. */
  private whole: ReadonlySet<string> = new Set()
  /** By the object's number; the same is kept once. */
  private readonly states: (State | undefined)[] = []
  /** Of accounts that say they are in the same groups. */
  private readonly alike = new Map<string, State>()
  private readonly members = new Map<string, readonly string[]>()

  /** @param objects numbers of all objects */
  constructor(objects = new Numbers()) {
    this.objects = objects
  }

  keepWhole(objects: Iterable<string>): void {
    this.whole = new Set(objects)
  }

  /** @param body `null` where it was gone */
  set(object: string, body: Json): void {
    const number = this.objects.of(object)
    // No holes: an array with holes is a table.
    while (this.states.length < number) this.states.push(undefined)
    this.states[number] = this.stateOf(object, body)
  }

  get(object: string): Json | undefined {
    return this.stateNow(object)?.body
  }

  has(object: string): boolean {
    return this.stateNow(object) !== undefined
  }

  delete(object: string): void {
    const number = this.objects.find(object)
    if (number >= 0 && number < this.states.length) this.states[number] = undefined
  }

  /** `undefined` where the account said nothing about groups. */
  groupsOf(object: string): readonly string[] | undefined {
    return this.stateNow(object)?.groups
  }

  /** Keys of the members that a group showed; an id where it is nobody's of the story. */
  setMembers(object: string, keys: readonly string[]): void {
    this.members.set(object, keys)
  }

  membersOf(object: string): readonly string[] | undefined {
    return this.members.get(object)
  }

  private stateNow(object: string): State | undefined {
    const number = this.objects.find(object)
    return number < 0 ? undefined : this.states[number]
  }

  private stateOf(object: string, body: Json): State {
    const shown = member(body, 'groups')
    const groups = Array.isArray(shown) ? shown.flatMap(idOf) : undefined
    if (body !== null && this.whole.has(object)) return { body, ...(groups ? { groups } : {}) }
    if (!groups) return body === null ? AWAY : THERE
    const key = JSON.stringify(groups)
    const known = this.alike.get(key) ?? { body: PRESENT, groups }
    this.alike.set(key, known)
    return known
  }
}

function idOf(group: Json): string[] {
  const id = member(group, 'value')
  // Through another group: no member of its own (RFC 7643 section 4.1.2).
  return typeof id !== 'string' || member(group, 'type') === 'indirect' ? [] : [id]
}
