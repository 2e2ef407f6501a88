import type { Json, JsonObject } from '#scim'
import { applyPatch, type PatchOperation, type PatchOptions } from '#scim/patch'
import { type AttributePath, type Filter, parseFilter } from '#scim/path'
import { type ProjectionOptions, project } from '#scim/projection'
import { comparableText, evaluateFilter, knownUrns, type SortOrder, sortResources } from '#scim/resource'
import type { Attribute, ResourceModel } from '#scim/schema'
import { type Stretch, stretch } from './cursor.ts'

/** When a resource was made and last changed, as xsd:dateTime. */
export interface Times {
  readonly created: string
  readonly lastModified: string
}

/** The steps that decide whether a service keeps to the RFCs; a defect puts another in the place of one of them. */
export interface Kernel {
  /** @throws ScimError 400 invalidFilter */
  parseFilter(text: string, model: ResourceModel): Filter
  matches(filter: Filter, resource: JsonObject, model: ResourceModel): boolean
  sort(
    resources: readonly JsonObject[],
    model: ResourceModel,
    path: AttributePath,
    order: SortOrder,
  ): readonly JsonObject[]
  /** The page of a result that begins at `startIndex`, which is 1 or more, with `count` resources, 0 or more. */
  page<Item>(all: readonly Item[], startIndex: number, count: number): readonly Item[]
  /** The page of a walk by cursors that begins at `from`; `undefined` stands for what is gone since the walk began. */
  stretch<Item>(all: readonly (Item | undefined)[], from: number, count: number): Stretch<Item>
  /** @throws ScimError 400; then nothing may have changed */
  patch(
    resource: JsonObject,
    operations: readonly PatchOperation[],
    model: ResourceModel,
    options: PatchOptions,
  ): JsonObject
  project(resource: JsonObject, model: ResourceModel, options: ProjectionOptions): JsonObject
  /**
   * The last word on what is stored. `before` is what it replaces, without `id` and `meta`; `given` is what the client
   * sent, be it a resource or a PATCH.
   */
  keep(
    resource: JsonObject,
    model: ResourceModel,
    before: JsonObject | undefined,
    given?: JsonObject,
  ): JsonObject
  /** The times of a resource that changes now. `given` is what the client sent, `meta` and all. */
  stamp(before: Times | undefined, now: string, given: JsonObject): Times
  /** What two values of a unique attribute share when they are the same; undefined where they may be. */
  uniqueKey(value: Json, attribute: Attribute): string | undefined
  /** A group after one of its members is gone. */
  dropMember(group: JsonObject, id: string): JsonObject
}

export const honestKernel: Kernel = {
  parseFilter: (text, model) => parseFilter(text, knownUrns(model)),
  matches: evaluateFilter,
  sort: sortResources,
  page: (all, startIndex, count) => all.slice(startIndex - 1, startIndex - 1 + count),
  stretch,
  patch: applyPatch,
  project,
  keep: (resource) => resource,
  stamp: (before, now) => ({ created: before?.created ?? now, lastModified: now }),
  uniqueKey: (value, attribute) =>
    typeof value === 'string' ? comparableText(value, attribute) : JSON.stringify(value),
  dropMember: withoutMember,
}

function withoutMember(group: JsonObject, id: string): JsonObject {
  const { members, ...rest } = group
  const left = (Array.isArray(members) ? members : []).filter((item) => (item as JsonObject).value !== id)
  return left.length > 0 ? { ...rest, members: left } : rest
}
