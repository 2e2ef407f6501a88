import { isObject, type Json, type JsonObject } from '#scim'
import { comparableText } from '#scim/resource'
import type { ResourceModel } from '#scim/schema'
import type { Times } from './kernel.ts'

/** A resource at rest. A change makes another object, so what was worked out for one never goes stale. */
export interface Stored {
  readonly id: string
  readonly model: ResourceModel
  /** What clients gave: without `schemas`, `id`, `meta` and whatever follows from other resources. */
  readonly body: JsonObject
  readonly times: Times
  /** Milliseconds since 1970 of the last change. */
  readonly changedAt: number
  /** Counts what a client can see change; the source of the entity tag. */
  readonly revision: number
  /** What no other resource may have; see `uniqueKey`. */
  readonly keys: readonly string[]
}

/** Told what a resource was and what it is now; undefined where there was, or is, none. */
export type Watcher = (before: Stored | undefined, after: Stored | undefined) => void

/** Attributes by which clients look for a resource. */
const NAMES = ['userName', 'externalId', 'displayName'] as const

/** The resources, in the order of their creation, and indexes over them. */
export class Store {
  readonly #resources = new Map<string, Stored>()
  readonly #owners = new Map<string, string>()
  readonly #holders = new Map<string, Set<string>>()
  readonly #named = new Map<string, Set<string>>()
  #changes = 0
  #watcher: Watcher = () => undefined

  /** From now on it hears of each resource that is written or goes. */
  watch(watcher: Watcher): void {
    this.#watcher = watcher
  }

  /** Grows with everything that changes. */
  get changes(): number {
    return this.#changes
  }

  get(id: string): Stored | undefined {
    return this.#resources.get(id)
  }

  all(model?: ResourceModel): Stored[] {
    const all = [...this.#resources.values()]
    return model ? all.filter((stored) => stored.model === model) : all
  }

  /** The id of the resource that has a unique key. */
  owner(key: string): string | undefined {
    return this.#owners.get(key)
  }

  /**
   * Those that may have the text as value of an attribute, whatever its letter case: no others have. `undefined` where
   * the attribute is not indexed.
   */
  named(model: ResourceModel, attribute: string, text: string): Stored[] | undefined {
    const name = NAMES.find((each) => each.toLowerCase() === attribute.toLowerCase())
    if (name === undefined) return undefined
    const ids = [...(this.#named.get(nameKey(name, text)) ?? [])]
    return ids.flatMap((id) => this.#resources.get(id) ?? []).filter((stored) => stored.model === model)
  }

  /** The ids of the groups that list a member. */
  holders(member: string): string[] {
    return [...(this.#holders.get(member) ?? [])]
  }

  put(stored: Stored): void {
    const before = this.#resources.get(stored.id)
    this.#forget(before)
    this.#changes++
    this.#resources.set(stored.id, stored)
    for (const key of stored.keys) this.#owners.set(key, stored.id)
    for (const member of memberIds(stored.body)) this.#hold(member, stored.id)
    for (const key of nameKeys(stored))
      this.#named.set(key, (this.#named.get(key) ?? new Set()).add(stored.id))
    this.#watcher(before, stored)
  }

  /** Something clients see of the resource changed though it was not written to. */
  touch(id: string): void {
    const stored = this.#resources.get(id)
    if (!stored) return
    this.#changes++
    this.#resources.set(id, { ...stored, revision: stored.revision + 1 })
  }

  delete(id: string): void {
    const before = this.#resources.get(id)
    this.#forget(before)
    this.#changes++
    this.#resources.delete(id)
    this.#watcher(before, undefined)
  }

  #hold(member: string, group: string): void {
    const groups = this.#holders.get(member) ?? new Set()
    this.#holders.set(member, groups.add(group))
  }

  #forget(stored: Stored | undefined): void {
    if (!stored) return
    for (const key of stored.keys) if (this.#owners.get(key) === stored.id) this.#owners.delete(key)
    for (const member of memberIds(stored.body)) this.#holders.get(member)?.delete(stored.id)
    for (const key of nameKeys(stored)) {
      const ids = this.#named.get(key)
      if (ids?.delete(stored.id) && ids.size === 0) this.#named.delete(key)
    }
  }
}

const nameKey = (name: string, text: string): string =>
  `${name} ${comparableText(text, { caseExact: false, type: 'string' })}`

function nameKeys({ body }: Stored): string[] {
  return NAMES.flatMap((name) => {
    const value = body[name]
    return typeof value === 'string' ? [nameKey(name, value)] : []
  })
}

/** The ids a body lists as members. */
export function memberIds({ members }: JsonObject): string[] {
  if (!Array.isArray(members)) return []
  return members.map((member: Json) => (isObject(member) ? String(member.value) : String(member)))
}
