import { isObject, type Json, type JsonObject } from '#scim'
import { type ResourceModel, sameUrn, validateResource } from '#scim/schema'
import { type Cleaned, clean } from './clean.ts'
import { badRequest } from './errors.ts'
import { checkFormats } from './formats.ts'
import { settleMembers } from './members.ts'
import type { Service } from './service.ts'

/** Deeper than anything SCIM has. */
const MAX_DEPTH = 64

/** The body of a request as JSON; @throws ScimError 400 invalidSyntax where it is none. */
export function readJson(text: string | undefined): JsonObject {
  const value = parse(text ?? '')
  if (!isObject(value)) throw badRequest('invalidSyntax', 'The body has to be a JSON object')
  if (isDeeper(value, MAX_DEPTH))
    throw badRequest('invalidSyntax', `The body is nested deeper than ${MAX_DEPTH}`)
  return value
}

function parse(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch {
    throw badRequest('invalidSyntax', 'The body is not JSON')
  }
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1))
}

/**
 * What a POST or PUT gives, ready to be stored: cleaned, and valid by its schemas.
 *
 * @param self id of the resource that is replaced
 * @throws ScimError 400
 */
export function readResource(
  given: JsonObject,
  model: ResourceModel,
  service: Service,
  self?: string,
): Cleaned {
  checkSchemas(given, model, service)
  const cleaned = clean(given, model)
  const [unknown] = cleaned.unknown
  if (unknown !== undefined && service.settings.unknownAttributes === 'refuse') {
    throw badRequest('invalidSyntax', `${unknown.slice(0, 100)} is no attribute of ${model.type.name}`)
  }
  return { ...cleaned, resource: settleResource(cleaned.resource, model, service, self) }
}

/** Checks types, references to members and `primary`; @throws ScimError 400 invalidValue */
export function settleResource(
  resource: JsonObject,
  model: ResourceModel,
  service: Service,
  self?: string,
): JsonObject {
  checkTypes(resource, model)
  if (service.settings.formats === 'refuse') checkFormats(resource, model)
  const settled = settleMembers(settlePrimaries(resource, model, service), model, service, self)
  if (service.settings.features.changePassword) return settled
  const { password: _, ...rest } = settled
  return rest
}

function checkSchemas(given: JsonObject, model: ResourceModel, { settings }: Service): void {
  const name = Object.keys(given).find((key) => key.toLowerCase() === 'schemas')
  const schemas = name === undefined ? undefined : given[name]
  const missing =
    schemas === undefined || schemas === null || (Array.isArray(schemas) && schemas.length === 0)
  if (missing && settings.missingSchemas === 'infer') return
  const urns = Array.isArray(schemas) ? schemas.filter((urn) => typeof urn === 'string') : []
  if (!Array.isArray(schemas) || urns.length < schemas.length) {
    throw badRequest('invalidValue', 'schemas has to be an array of URNs')
  }
  if (!urns.some((urn) => sameUrn(urn, model.core.id))) {
    throw badRequest('invalidValue', `schemas has to contain ${model.core.id}`)
  }
}

/** What readers may disagree about (`canonical`, say) is no reason to refuse. */
const WRONG: ReadonlySet<string> = new Set(['type', 'multiplicity', 'missing-required', 'format'])

function checkTypes(resource: JsonObject, model: ResourceModel): void {
  const containers = model.extensions.filter(({ schema }) => resource[schema.id] !== undefined)
  const schemas = [model.core.id, ...containers.map(({ schema }) => schema.id)]
  const violation = validateResource({ schemas, ...resource }, model, 'create').find(({ kind }) =>
    WRONG.has(kind),
  )
  if (violation) {
    throw badRequest('invalidValue', `${violation.pointer || '/'}: expected ${violation.expected}`)
  }
}

/** SPEC: RFC7643-2.4-04. */
function settlePrimaries(resource: JsonObject, model: ResourceModel, { settings }: Service): JsonObject {
  const settled = { ...resource }
  for (const [name, value] of Object.entries(resource)) {
    if (!Array.isArray(value)) continue
    const first = value.findIndex(isPrimary)
    if (!value.some((item, index) => index > first && isPrimary(item))) continue
    if (settings.twoPrimaries === 'refuse') {
      throw badRequest('invalidValue', `${name} of a ${model.type.name} has more than one primary value`)
    }
    settled[name] = value.map((item, i) =>
      i > first && isPrimary(item) ? { ...(item as JsonObject), primary: false } : item,
    )
  }
  return settled
}

function isPrimary(item: Json): boolean {
  return isObject(item) && item.primary === true
}
