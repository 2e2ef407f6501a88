import type { Json } from '../message/index.ts'
import type { ResourceType } from './model.ts'
import { isUri } from './parse-schemas.ts'
import { LIMITS, listed, type Problem, Problems, type Reading } from './reading.ts'

/** What could be read of a target's resource types, and what was wrong with them. */
export interface ParsedResourceTypes {
  readonly resourceTypes: ResourceType[]
  readonly problems: Problem[]
}

/**
 * Reads what `/ResourceTypes` or `/ResourceTypes/{id}` answered (a ListResponse, an array or one resource type).
 * Never throws: what cannot be used is left out and named in `problems`.
 */
export function parseResourceTypes(list: Json): ParsedResourceTypes {
  const problems = new Problems()
  const resourceTypes = listed(list, 'endpoint', LIMITS.resourceTypes, problems).flatMap((reading) => {
    const type = readResourceType(reading)
    return type ? [type] : []
  })
  return { resourceTypes, problems: problems.list }
}

function readResourceType(reading: Reading): ResourceType | undefined {
  const name = readName(reading)
  const endpoint = readEndpoint(reading)
  const schema = readUrn(reading)
  if (name === undefined || endpoint === undefined || schema === undefined) return undefined
  return { name, endpoint, schema, schemaExtensions: readExtensions(reading, schema) }
}

function readName(reading: Reading): string | undefined {
  const name = reading.text('name')
  if (name) return name
  reading.complain('expected a name', 'name')
  return reading.text('id') || undefined
}

/** Unreserved characters, so that nothing in it can lead away from the base URL. */
const ENDPOINT = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/

function readEndpoint(reading: Reading): string | undefined {
  const given = reading.text('endpoint') ?? ''
  const path = `/${given.replace(/^[a-z]+:\/\/.*\/(?=[^/])/i, '').replace(/^\/+|\/+$/g, '')}`
  if (path !== given) reading.complain('expected a path below the base URL, such as "/Users"', 'endpoint')
  if (ENDPOINT.test(path) && path.length <= 512) return path
  reading.complain('the resource type was left out: its endpoint cannot be used', 'endpoint')
  return undefined
}

function readUrn(reading: Reading): string | undefined {
  const urn = reading.text('schema')
  if (urn !== undefined && isUri(urn)) return urn
  reading.complain('expected a URN', 'schema')
  return undefined
}

function readExtensions(reading: Reading, core: string): ResourceType['schemaExtensions'] {
  const seen = new Set([core.toLowerCase()])
  return reading.objects('schemaExtensions', LIMITS.extensions).flatMap((extension) => {
    const schema = readUrn(extension)
    if (schema === undefined) return []
    if (seen.has(schema.toLowerCase())) extension.complain('the schema is named twice', 'schema')
    if (seen.has(schema.toLowerCase())) return []
    seen.add(schema.toLowerCase())
    return [{ schema, required: extension.flag('required', false) }]
  })
}
