import { ScimError } from '#scim'
import type { Job, Operation, Ran } from './bulk.ts'
import { bulkReferences, withoutReferences } from './bulk-references.ts'
import { errorReply } from './errors.ts'
import { versionHeader } from './etag.ts'

type Run = (operation: Operation, job: Job) => Ran

/** Whether operations wait for each other, or one for itself. */
export function isCircle(operations: readonly Operation[]): boolean {
  const [first] = operations
  return (
    operations.length > 1 || (first?.bulkId !== undefined && bulkReferences(first).includes(first.bulkId))
  )
}

/**
 * Resources that refer to each other (RFC 7644 section 3.7.1): each is made without what is not there yet, and written
 * once more when all are. All of them or none.
 */
export function runCircle(operations: readonly Operation[], job: Job, run: Run): Ran[] {
  const pending = new Set(operations.flatMap(({ bulkId }) => bulkId ?? []))
  const made = attempt(operations, (operation) => {
    const { bulkId, data } = operation
    const bare = data === undefined ? operation : { ...operation, data: withoutReferences(data, pending) }
    if (bulkId !== undefined) pending.delete(bulkId)
    return run(bare, job)
  })
  const complete = made.every(isDone)
    ? attempt(operations, (operation) => run({ ...operation, ...again(operation) }, job))
    : made
  if (complete.every(isDone))
    return made.map((one, index) => current(operations[index] as Operation, one, job))
  for (const operation of operations) undo(operation, job, run)
  return operations.map((_, index) => failed(complete[index]))
}

/** One after the other, as long as all goes well. */
function attempt(operations: readonly Operation[], act: (operation: Operation) => Ran): Ran[] {
  const ran: Ran[] = []
  for (const operation of operations) {
    ran.push(act(operation))
    if (!ran.every(isDone)) break
  }
  return ran
}

const isDone = ({ reply }: Ran) => reply.status < 300

/** The same data as a PUT, now that every reference leads somewhere. */
function again({ path, bulkId }: Operation): Partial<Operation> {
  return { method: 'PUT', path: `${path.replace(/[?#].*$/s, '')}/bulkId:${bulkId}`, version: undefined }
}

/** What was made has another version by now. */
function current({ bulkId = '' }: Operation, { path, reply }: Ran, { service, ids }: Job): Ran {
  const stored = service.store.get(ids.get(bulkId) ?? '')
  const version = stored ? versionHeader(service, stored) : {}
  return { path, reply: { ...reply, headers: { ...reply.headers, ...version } } }
}

function undo(operation: Operation, job: Job, run: Run): void {
  const { bulkId } = operation
  if (bulkId === undefined || !job.ids.has(bulkId)) return
  run({ ...operation, ...again(operation), method: 'DELETE', data: undefined }, job)
  job.ids.delete(bulkId)
}

function failed(ran: Ran | undefined): Ran {
  if (ran && !isDone(ran)) return ran
  const error = new ScimError(
    409,
    undefined,
    'Nothing of the circle of references that this is part of was made',
  )
  return { path: '', reply: errorReply(error) }
}
