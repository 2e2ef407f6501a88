import { type Json, member } from '#scim'

/** Read back and there: nothing more is kept of it. */
const PRESENT: Json = {}

/**
 * What was read back last, by `person kari`: `null` where it was gone. A whole body is kept only of those about whom the
 * story expects something in the end; there may be a hundred thousand others.
 */
export class Seen {
  /** Objects whose bodies are kept. */
  private whole: ReadonlySet<string> = new Set()
  private readonly states = new Map<string, Json>()
  /** Ids of the groups that an account says it is in; the same id is kept once. */
  private readonly groups = new Map<string, readonly string[]>()
  private readonly ids = new Map<string, string>()
  private readonly members = new Map<string, readonly string[]>()

  keepWhole(objects: Iterable<string>): void {
    this.whole = new Set(objects)
  }

  /** @param body `null` where it was gone */
  set(object: string, body: Json): void {
    this.states.set(object, body === null || this.whole.has(object) ? body : PRESENT)
    const groups = member(body, 'groups')
    if (Array.isArray(groups))
      this.groups.set(
        object,
        groups.flatMap((group) => this.idOf(group)),
      )
    else this.groups.delete(object)
  }

  get(object: string): Json | undefined {
    return this.states.get(object)
  }

  has(object: string): boolean {
    return this.states.has(object)
  }

  delete(object: string): void {
    this.states.delete(object)
    this.groups.delete(object)
  }

  /** `undefined` where the account said nothing about groups. */
  groupsOf(object: string): readonly string[] | undefined {
    return this.groups.get(object)
  }

  /** Keys of the members that a group showed; an id where it is nobody's of the story. */
  setMembers(object: string, keys: readonly string[]): void {
    this.members.set(object, keys)
  }

  membersOf(object: string): readonly string[] | undefined {
    return this.members.get(object)
  }

  private idOf(group: Json): string[] {
    const id = member(group, 'value')
    // Through another group: no member of its own (RFC 7643 section 4.1.2).
    if (typeof id !== 'string' || member(group, 'type') === 'indirect') return []
    const known = this.ids.get(id)
    if (known !== undefined) return [known]
    this.ids.set(id, id)
    return [id]
  }
}
