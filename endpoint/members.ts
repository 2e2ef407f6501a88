import { isObject, type Json, type JsonObject, URN } from '#scim'
import type { ResourceModel } from '#scim/schema'
import { badRequest } from './errors.ts'
import type { Service } from './service.ts'
import { memberIds, type Stored } from './store.ts'

/**
 * The members of a group as they are stored: each resource once, by `value` alone, for the rest follows from the
 * member itself.
 *
 * @throws ScimError 400 invalidValue for a member that is none
 */
export function settleMembers(
  resource: JsonObject,
  model: ResourceModel,
  service: Service,
  self: string | undefined,
): JsonObject {
  const { members } = resource
  if (model.core.id !== URN.group || !Array.isArray(members)) return resource
  const settled = new Map<string, Json>()
  for (const member of members) {
    const value = isObject(member) ? member.value : undefined
    if (typeof value !== 'string' || value === '') throw badRequest('invalidValue', 'A member needs a value')
    if (!settled.has(value)) settled.set(value, settleMember(value, member as JsonObject, service, self))
  }
  return { ...resource, members: [...settled.values()] }
}

function settleMember(
  id: string,
  given: JsonObject,
  { store, settings }: Service,
  self: string | undefined,
): Json {
  const member = store.get(id)
  if (!member && settings.unknownMembers === 'keep') return given
  if (!member) throw badRequest('invalidValue', `There is no resource ${id.slice(0, 100)} to be a member`)
  if (id === self) throw badRequest('invalidValue', 'A group cannot be a member of itself')
  if (!settings.nestedGroups && isGroup(member)) {
    throw badRequest('invalidValue', 'Groups cannot be members of groups here')
  }
  return { value: id }
}

/** The groups a resource belongs to, those through other groups included, nearest first. */
export function groupsOf(service: Service, id: string): JsonObject[] {
  const seen = new Set<string>([id])
  const found: JsonObject[] = []
  let level = [id]
  for (let type = 'direct'; level.length > 0; type = 'indirect') {
    const holders = new Set(level.flatMap((member) => service.store.holders(member)))
    level = [...holders].filter((group) => !seen.has(group) && seen.add(group))
    found.push(...level.flatMap((group) => membership(service, group, type)))
  }
  return found
}

function membership({ store }: Service, id: string, type: string): JsonObject[] {
  const group = store.get(id)
  return group ? [{ value: id, display: displayOf(group), type }] : []
}

/** The name by which people know a resource. */
export function displayOf({ body }: Stored): string {
  return String(body.displayName ?? body.userName ?? '')
}

/** Lets everybody whose representation follows from a resource have a new version. */
export function spread({ store }: Service, before: Stored | undefined, after: Stored | undefined): void {
  const id = (after ?? before)?.id as string
  const renamed = !before || !after || displayOf(before) !== displayOf(after)
  if (renamed) for (const holder of store.holders(id)) store.touch(holder)
  const [old, now] = [membersOf(before), membersOf(after)]
  const affected = renamed ? union(old, now) : difference(old, now)
  for (const member of withNested(affected, (inner) => membersOf(store.get(inner)))) store.touch(member)
}

function membersOf(stored: Stored | undefined): Set<string> {
  return new Set(stored && isGroup(stored) ? memberIds(stored.body) : [])
}

/** Members of member groups see the change as well. */
function withNested(ids: Iterable<string>, members: (id: string) => Iterable<string>): Set<string> {
  const all = new Set(ids)
  for (const id of all) for (const inner of members(id)) all.add(inner)
  return all
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...new Set([...a, ...b])]
}

function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]
}

function isGroup({ model }: Stored): boolean {
  return model.core.id === URN.group
}
