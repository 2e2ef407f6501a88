import type { JsonObject } from '#scim'
import type { Times } from './kernel.ts'
import type { Service } from './service.ts'

/** A resource as plain data, to be kept somewhere and to begin with another time. */
export interface Kept {
  readonly id: string
  /** Name of its resource type. */
  readonly type: string
  readonly body: JsonObject
  readonly times: Times
  readonly changedAt: number
  readonly revision: number
  readonly keys: readonly string[]
}

/** All resources, in the order of their creation. */
export function keptOf({ store }: Service): Kept[] {
  return store.all().map(({ model, ...rest }) => ({ ...rest, type: model.type.name }))
}

/** @throws Error for a resource whose type is not there */
export function restore({ store, models }: Service, kept: readonly Kept[]): void {
  for (const { type, ...rest } of kept) {
    const model = models.find((one) => one.type.name === type)
    if (!model) throw new Error(`There is no resource type ${type}`)
    store.put({ ...rest, model })
  }
}

/** Ids of before are not given again, whatever counts them; a way to make ids that never gives another is left to itself. */
export function avoiding(newId: () => string, kept: readonly Kept[]): () => string {
  if (kept.length === 0) return newId
  const taken = new Set(kept.map(({ id }) => id))
  return () => {
    let id = newId()
    for (let tries = 0; taken.has(id) && tries < taken.size; tries++) id = newId()
    return id
  }
}
