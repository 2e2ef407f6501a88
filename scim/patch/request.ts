import { isObject, type Json, URN } from '../message/index.ts'
import { type PatchPath, parsePatchPath } from '../path/index.ts'
import { memberOf, sameName } from '../resource/index.ts'
import { invalidPath, invalidSyntax, invalidValue, noTarget } from './refusals.ts'

const OPS = ['add', 'remove', 'replace'] as const

export interface PatchOperation {
  readonly op: (typeof OPS)[number]
  /** Absent: the resource itself. */
  readonly path?: PatchPath
  /** Present for `add` and `replace`. */
  readonly value?: Json
}

export interface PatchRequestOptions {
  /** AMB-048: `any` (the default) takes Entra's "Add" and "Replace"; `exact` wants lower case. */
  readonly opCase?: 'any' | 'exact'
}

/**
 * Reads the body of a PATCH request (RFC 7644 section 3.5.2). Member names are taken in any case (AMB-015), a `path`
 * of null counts as absent.
 *
 * @param urns known schema URNs, see `knownUrns`
 * @throws ScimError 400: invalidSyntax for the message itself and for `op`, invalidPath or invalidFilter for a
 *   malformed path, noTarget for `remove` without path, invalidValue for `add` or `replace` without value
 */
export function parsePatchRequest(
  body: Json,
  urns: readonly string[] = [],
  options: PatchRequestOptions = {},
): PatchOperation[] {
  if (!isObject(body)) throw invalidSyntax('The body of a PATCH request has to be a JSON object')
  const schemas = memberOf(body, 'schemas')
  if (
    !Array.isArray(schemas) ||
    !schemas.some((urn) => typeof urn === 'string' && sameName(urn, URN.patchOp))
  ) {
    throw invalidSyntax(`schemas has to be an array with ${URN.patchOp}`)
  }
  const operations = memberOf(body, 'Operations')
  if (!Array.isArray(operations) || operations.length === 0) {
    throw invalidSyntax('Operations has to be an array of at least one operation')
  }
  return operations.map((operation, index) => readOperation(operation, `Operations[${index}]`, urns, options))
}

function readOperation(
  operation: Json,
  where: string,
  urns: readonly string[],
  options: PatchRequestOptions,
): PatchOperation {
  if (!isObject(operation)) throw invalidSyntax(`${where} has to be an object`)
  const op = readOp(memberOf(operation, 'op'), where, options)
  const path = readPath(memberOf(operation, 'path'), where, urns)
  const value = memberOf(operation, 'value')
  if (op === 'remove' && !path) throw noTarget(`${where}: remove needs a path`)
  if (op !== 'remove') requireValue(op, value, path, where)
  return { op, ...(path && { path }), ...(value !== undefined && { value }) }
}

function readOp(op: Json | undefined, where: string, { opCase }: PatchRequestOptions): PatchOperation['op'] {
  const wanted = typeof op === 'string' && opCase !== 'exact' ? op.toLowerCase() : op
  const known = OPS.find((name) => name === wanted)
  if (!known) throw invalidSyntax(`${where}: op has to be one of ${OPS.join(', ')}`)
  return known
}

function readPath(path: Json | undefined, where: string, urns: readonly string[]): PatchPath | undefined {
  if (path === undefined || path === null) return undefined
  if (typeof path !== 'string') throw invalidPath(`${where}: path has to be a string`)
  return parsePatchPath(path, urns)
}

/** AMB-058: null is a value for `replace`, which it makes unassign, and none for `add`. */
function requireValue(op: string, value: Json | undefined, path: PatchPath | undefined, where: string): void {
  if (value === undefined || (value === null && op === 'add'))
    throw invalidValue(`${where}: ${op} needs a value`)
  if (!path && !isObject(value)) throw invalidValue(`${where}: ${op} without path needs an object as value`)
}
