import { isObject, type Json, lastSegment, member } from '#scim'

/** An operation of a bulk request, as far as it says what it touches. */
export interface BulkOperation {
  /** In capitals; empty where there is none. */
  readonly method: string
  readonly path: string | undefined
  readonly bulkId: string | undefined
  readonly data: Json | undefined
  /** Where the operation makes something: the collection. */
  readonly creates?: string
}

/** What an answer says of one operation. */
export interface BulkResult {
  /** 0 where it cannot be read. */
  readonly status: number
  /** Last segments of the places at which it says the resource is, percent-encoded. */
  readonly ids: readonly string[]
}

/** For each operation what a BulkResponse says of it; `undefined` altogether where the answer is none. */
export function bulkResults(
  operations: readonly BulkOperation[],
  body: Json | undefined,
): (BulkResult | undefined)[] | undefined {
  const results = member(body, 'Operations')
  if (!Array.isArray(results)) return undefined
  return operations.map((operation, index) => {
    const result = resultFor(operation, index, operations, results)
    return result === undefined ? undefined : { status: statusOf(result), ids: idsIn(result) }
  })
}

/** A bulkId that only one operation has tells them apart in any order; else the place does, where all are answered. */
function resultFor(
  { bulkId, method }: BulkOperation,
  index: number,
  operations: readonly BulkOperation[],
  results: readonly Json[],
): Json | undefined {
  const isAlone = bulkId !== undefined && operations.filter((one) => one.bulkId === bulkId).length === 1
  const named = isAlone ? results.filter((result) => member(result, 'bulkId') === bulkId) : []
  if (named.length === 1) return named[0]
  const placed = results.length === operations.length ? results[index] : undefined
  const [theirs, id] = [member(placed, 'method'), member(placed, 'bulkId')]
  const isOther = typeof theirs === 'string' && theirs.toUpperCase() !== method
  return isOther || (typeof id === 'string' && id !== bulkId) ? undefined : placed
}

/** AMB-099: a string; seen as a number, and as an object with a code. */
function statusOf(result: Json): number {
  const status = member(result, 'status')
  const code = Number(isObject(status) ? member(status, 'code') : status)
  return Number.isInteger(code) ? code : 0
}

function idsIn(result: Json): string[] {
  const id = member(member(result, 'response'), 'id')
  const location = member(result, 'location')
  const last = typeof location === 'string' ? lastSegment(location) : undefined
  const ids = [typeof id === 'string' && id !== '' ? encodeURIComponent(id) : undefined, last]
  return [...new Set(ids.filter((one) => one !== undefined))]
}

/**
 * Whether an operation refers by bulkId to what a later one makes. SCIMMY makes such a one twice: without the reference,
 * so that the other can refer to it, and then anew.
 */
export function refersToLater(operation: BulkOperation, operations: readonly BulkOperation[]): boolean {
  const later = operations.slice(operations.indexOf(operation) + 1)
  const data = JSON.stringify(operation.data ?? null)
  return later.some(({ bulkId }) => bulkId !== undefined && data.includes(JSON.stringify(`bulkId:${bulkId}`)))
}
