import { existsSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { isObject, type Json } from '#scim'
import {
  builtinModels,
  builtinSchemas,
  findSchema,
  parseResourceTypes,
  parseSchemas,
  type ResourceType,
  type Schema,
} from '#scim/schema'
import { serving } from '../messages/serving.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { codeOf } from './state-file.ts'

/** Resource types that the reference endpoint has besides User and Group, and their schemas. */
export interface OwnTypes {
  readonly resourceTypes: readonly ResourceType[]
  readonly schemas: readonly Schema[]
}

const KEYS = ['schemas', 'resourceTypes']
const RESERVED = ['ServiceProviderConfig', 'ResourceTypes', 'Schemas', 'Bulk', 'Me']

/**
 * Reads `schemas` and `resourceTypes`, in the form in which a service provider serves them, from YAML or JSON.
 *
 * @throws UsageError that names the place, what was found, and what to do
 */
export function readTypesFile(file: string): OwnTypes {
  const content = contentOf(file)
  for (const key of Object.keys(content)) {
    if (!KEYS.includes(key))
      throw new UsageError(serving().unknownKey(file, key, didYouMean(key, KEYS), KEYS))
  }
  const types = parseResourceTypes(content.resourceTypes ?? [])
  const schemas = parseSchemas(content.schemas ?? [])
  const [wrong] = [
    ...types.problems.map((problem) => ({ ...problem, key: 'resourceTypes' })),
    ...schemas.problems.map((problem) => ({ ...problem, key: 'schemas' })),
  ]
  if (wrong) throw new UsageError(`${file}: ${wrong.key}${wrong.pointer}: ${wrong.message}.`)
  const own = { resourceTypes: types.resourceTypes, schemas: schemas.schemas }
  const [fault] = faultsIn(own)
  if (fault) throw new UsageError(`${file}: ${fault}`)
  return own
}

function contentOf(file: string): Record<string, Json> {
  if (!existsSync(file)) throw new UsageError(serving().noTypesFile(file))
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(serving().stateNotRead(file, codeOf(error)))
  }
  const document = parseDocument(text)
  const [broken] = document.errors
  if (broken) throw new UsageError(serving().notReadable(file, broken.message.split('\n')[0] ?? ''))
  const content: unknown = document.toJS()
  if (!isObject(content)) throw new UsageError(serving().noMap(file, KEYS))
  return content
}

function faultsIn({ resourceTypes, schemas }: OwnTypes): string[] {
  const replaced = resourceTypes.map(({ name }) => name)
  const builtin = Object.values(builtinModels()).map(({ type }) => type)
  const all = [...builtin.filter(({ name }) => !replaced.includes(name)), ...resourceTypes]
  const known = [...schemas, ...builtinSchemas]
  return resourceTypes.flatMap((type) => [
    ...(replaced.filter((name) => name === type.name).length > 1 ? [serving().typeTwice(type.name)] : []),
    ...(all.filter(({ endpoint }) => endpoint === type.endpoint).length > 1
      ? [serving().endpointTwice(type.endpoint)]
      : []),
    ...(isUsable(type.endpoint) ? [] : [serving().endpointUnusable(type.endpoint)]),
    ...[type.schema, ...type.schemaExtensions.map(({ schema }) => schema)]
      .filter((urn) => !findSchema(known, urn))
      .map((urn) => serving().schemaMissing(type.name, urn)),
  ])
}

/** One segment, and not one that means something else. */
function isUsable(endpoint: string): boolean {
  const name = endpoint.slice(1)
  return !name.includes('/') && !RESERVED.some((one) => one.toLowerCase() === name.toLowerCase())
}
