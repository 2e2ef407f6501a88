import { isObject, type Json, type JsonObject, URN } from '#scim'
import type { ProjectionOptions } from '#scim/projection'
import { isUnassigned } from '#scim/resource'
import { type Attribute, findAttribute, type ResourceType } from '#scim/schema'
import { displayOf, groupsOf } from './members.ts'
import type { Service } from './service.ts'
import type { Stored } from './store.ts'

/** What was worked out for a resource; as good as the object it belongs to. */
interface View {
  whole?: JsonObject
  /** As read without parameters. */
  plain?: JsonObject
}

const views = new WeakMap<Stored, View>()

function viewOf(stored: Stored): View {
  const known = views.get(stored)
  if (known) return known
  const view = {}
  views.set(stored, view)
  return view
}

/**
 * The resource with all it has, what is never returned included: what filters, sorting and PATCH work on.
 * Not to be changed.
 */
export function wholeOf(service: Service, stored: Stored): JsonObject {
  const view = viewOf(stored)
  view.whole ??= assemble(service, stored)
  return view.whole
}

/** The resource as a client may see it. Not to be changed. */
export function shownOf(service: Service, stored: Stored, options: ProjectionOptions = {}): JsonObject {
  const { attributes, excludedAttributes, op } = options
  if (attributes?.length || excludedAttributes?.length || op === 'write') return cut(service, stored, options)
  const view = viewOf(stored)
  view.plain ??= cut(service, stored, {})
  return view.plain
}

function cut(service: Service, stored: Stored, options: ProjectionOptions): JsonObject {
  const shown = service.kernel.project(wholeOf(service, stored), stored.model, options)
  if (service.settings.showMembers) return shown
  const { members: _, ...rest } = shown
  return rest
}

/** SPEC: RFC7643-3.1-28: what is the same to clients has the same tag, but not to the byte: a weak one. */
export function versionOf(stored: Stored): string {
  return `W/"${stored.revision}"`
}

export function locationOf({ base }: Pick<Service, 'base'>, type: ResourceType, id: string): string {
  return `${base}${type.endpoint}/${encodeURIComponent(id)}`
}

function assemble(service: Service, stored: Stored): JsonObject {
  const { id, model, body } = stored
  const members = body.members === undefined ? {} : { members: membersOf(service, body.members) }
  const groups = model.core.id === URN.user && service.settings.showGroups ? groupsOf(service, id) : []
  const shown = groups.map((group) => ({ ...group, $ref: reference(service, String(group.value)) }))
  return {
    schemas: schemasOf(service, stored),
    id,
    ...body,
    ...members,
    ...referring(service, stored),
    ...(shown.length > 0 ? { groups: shown } : {}),
    meta: metaOf(service, stored),
  }
}

/** Extensions with `$ref` beside each reference to a resource there is: a user's manager, say. */
function referring(service: Service, { model, body }: Stored): JsonObject {
  const containers = model.extensions.flatMap(({ schema }): [string, Json][] => {
    const container = body[schema.id]
    return isObject(container) ? [[schema.id, withReferences(service, container, schema.attributes)]] : []
  })
  return Object.fromEntries(containers)
}

function withReferences(
  service: Service,
  container: JsonObject,
  attributes: readonly Attribute[],
): JsonObject {
  const references = attributes.filter(({ subAttributes }) => findAttribute(subAttributes, '$ref'))
  const found = references.flatMap(({ name }): [string, Json][] => {
    const value = container[name]
    const $ref = isObject(value) ? reference(service, String(value.value)) : ''
    return isObject(value) && $ref !== '' ? [[name, { ...value, $ref }]] : []
  })
  return found.length > 0 ? { ...container, ...Object.fromEntries(found) } : container
}

function schemasOf({ settings }: Service, { model, body }: Stored): string[] {
  const extensions = model.extensions.map(({ schema }) => schema.id)
  return [model.core.id, ...extensions.filter((urn) => settings.listAllSchemas || !isUnassigned(body[urn]))]
}

function metaOf(service: Service, stored: Stored): JsonObject {
  const { id, model, times } = stored
  return {
    resourceType: model.type.name,
    ...times,
    location: inPlace(service, locationOf(service, model.type, id)),
    ...(service.settings.features.etag ? { version: versionOf(stored) } : {}),
  }
}

/** AMB-020: relative means without scheme and host. */
function inPlace({ settings }: Service, url: string): string {
  return settings.location === 'absolute' ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
}

function reference(service: Service, id: string): string {
  const target = service.store.get(id)
  return target ? inPlace(service, locationOf(service, target.model.type, id)) : ''
}

function membersOf(service: Service, members: Json): Json {
  return Array.isArray(members) ? members.map((member) => withDetails(service, member)) : members
}

function withDetails(service: Service, member: Json): Json {
  const target = isObject(member) ? service.store.get(String(member.value)) : undefined
  if (!target) return member
  const { id, model } = target
  return { value: id, $ref: reference(service, id), display: displayOf(target), type: model.type.name }
}
