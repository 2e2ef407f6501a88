import {
  type Act,
  bodyOf,
  type Detail,
  elementsOf,
  get,
  isSuccess,
  memberIds,
  type Reading,
  reading,
} from '#check'
import {
  type Exchange,
  isObject,
  type Json,
  type JsonObject,
  lastSegment,
  member,
  type ScimRequest,
  URN,
} from '#scim'

/** A bulk request with these members. */
export function bulkOf(members: JsonObject): ScimRequest {
  return { method: 'POST', path: '/Bulk', body: { schemas: [URN.bulkRequest], ...members } }
}

/** Sends a bulk request, unless it is larger than the target lawfully takes. */
export function sendBulk(
  { facts: { limits }, notOffered, send }: Pick<Act, 'facts' | 'notOffered' | 'send'>,
  members: JsonObject & { readonly Operations: JsonObject[] },
): Promise<Exchange> {
  const { maxOperations = Number.POSITIVE_INFINITY, maxPayloadSize = Number.POSITIVE_INFINITY } = limits
  const { length } = members.Operations
  if (length > maxOperations)
    notOffered(`the target takes ${maxOperations} operations, and this needs ${length}`)
  const bytes = new TextEncoder().encode(JSON.stringify(bulkOf(members).body)).length
  if (bytes > maxPayloadSize) notOffered(`the target takes ${maxPayloadSize} bytes, and this needs ${bytes}`)
  return send(bulkOf(members))
}

/** The operation that gives a user this displayName. */
export function renames(path: string, displayName: string, more: JsonObject = {}): JsonObject {
  const Operations = [{ op: 'replace', path: 'displayName', value: displayName }]
  return { method: 'PATCH', path, ...more, data: { schemas: [URN.patchOp], Operations } }
}

/** The operation that creates a resource. */
export function creates(path: string, bulkId: string, data: JsonObject): JsonObject {
  return { method: 'POST', path, bulkId, data }
}

/** What an answer says of the operation with this bulkId, or at this place. */
export function resultOf(bulk: Exchange, key: string | number): JsonObject | undefined {
  const results = elementsOf(bodyOf(bulk), 'Operations').filter(isObject)
  return typeof key === 'number' ? results[key] : results.find(({ bulkId }) => bulkId === key)
}

/** The same answer with another result in the place of one. */
export function withResult(bulk: Exchange, key: string | number, change: JsonObject): JsonObject {
  const result = resultOf(bulk, key)
  const Operations = elementsOf(bodyOf(bulk), 'Operations').map((one) =>
    one === result ? { ...result, ...change } : one,
  )
  return { ...bodyOf(bulk), Operations }
}

/** The status in a result, or its `code`: AMB-099, the text speaks of both. */
export function statusOf(status: Json | undefined): string {
  return String(member(status, 'code') ?? status)
}

/** What became of an operation: its own status, or that of the request where none was processed. */
export function outcomeOf(bulk: Exchange, key: string | number): string {
  const status = bulk.response?.status ?? 0
  return status === 200 || status === 207 ? statusOf(resultOf(bulk, key)?.status) : String(status)
}

/** AMB-100: 207 for operations that differ in outcome is seen, 200 is what the text has. */
export const PROCESSED: (number | Reading<number>)[] = [200, reading('AMB-100/207', 207)]

/** Where a result says that its resource is, as a path for a request. */
export function placeOf(bulk: Exchange, key: string | number, endpoint: string): string | undefined {
  const location = resultOf(bulk, key)?.location
  const last = typeof location === 'string' ? lastSegment(location) : undefined
  return last ? `${endpoint}/${last}` : undefined
}

/** Reads what an operation made; where no place was told, nothing is found. */
export function readMade(
  { endpoint, missing, send }: Pick<Act, 'endpoint' | 'missing' | 'send'>,
  bulk: Exchange,
  bulkId: string,
  resource = 'User',
): Promise<Exchange> {
  return send(get(placeOf(bulk, bulkId, endpoint(resource)) ?? missing(resource)))
}

/** The displayName that an operation of a request gives. */
export function nameSent({ request }: Exchange, at: number): Json {
  const operation = elementsOf(isObject(request.body) ? request.body : undefined, 'Operations')[at]
  return member(elementsOf(member(operation, 'data') as JsonObject, 'Operations')[0], 'value') ?? null
}

/** A statement on the displayName that a user has now; its letter case is the target's. */
export function nameIs(user: Exchange, expected: Json): [boolean, Detail] {
  const actual = bodyOf(user)?.displayName
  const isSame = String(actual).toLowerCase() === String(expected).toLowerCase()
  return [isSame, { expected, actual, pointer: '/displayName' }]
}

/** Renames a user, fails, and renames the user again, in this order. */
export async function goodBadGood(act: Act, members: JsonObject = {}) {
  const { given, mark, missing, send } = act
  const user = await given('User')
  const [first, second] = [mark('foerste'), mark('andre')]
  const Operations = [renames(user.path, first), renames(missing('User'), second), renames(user.path, second)]
  const bulk = await sendBulk(act, { ...members, Operations })
  return { bulk, after: await send(get(user.path)) }
}

/**
 * A group made in bulk as it is read, and read once more with a member that it surely has where it shows none: a target
 * need not show members at all (AMB-026).
 */
export async function readGroup(act: Act, bulk: Exchange, bulkId: string, user: Exchange) {
  const group = await readMade(act, bulk, bulkId, 'Group')
  const path = placeOf(bulk, bulkId, act.endpoint('Group'))
  if (!path || !isSuccess(group) || !isSuccess(user) || memberIds(bodyOf(group)).length > 0)
    return { group, control: group }
  const displayName = bodyOf(group)?.displayName ?? null
  const body = { schemas: [URN.group], displayName, members: [{ value: idOf(user) }] }
  await act.send({ method: 'PUT', path, body })
  return { group, control: await readMade(act, bulk, bulkId, 'Group') }
}

/** A statement that a group has exactly these members. */
export function membersAre(group: Exchange, control: Exchange, expected: string[]): [boolean, Detail] {
  const actual = memberIds(bodyOf(group))
  const detail = { expected: expected.toSorted(), actual, pointer: '/members' }
  const same = actual.join() === detail.expected.join()
  const hidden = memberIds(bodyOf(control)).length === 0
  return !same && hidden ? [true, { ...detail, reading: 'AMB-026/members-absent' }] : [same, detail]
}

/** The id that a read shows. */
export const idOf = (exchange: Exchange): string => String(bodyOf(exchange)?.id)
