import { type Act, get } from '#check'
import { type Json, type JsonObject, member, type ScimRequest, URN } from '#scim'

/** A bulk request with these members. */
export function bulkOf(members: JsonObject): ScimRequest {
  return { method: 'POST', path: '/Bulk', body: { schemas: [URN.bulkRequest], ...members } }
}

/** The operation that gives a user this displayName. */
export function renames(path: string, displayName: string): JsonObject {
  const Operations = [{ op: 'replace', path: 'displayName', value: displayName }]
  return { method: 'PATCH', path, data: { schemas: [URN.patchOp], Operations } }
}

/** The status in a result, or its `code`: AMB-099, the text speaks of both. */
export function statusOf(status: Json | undefined): string {
  return String(member(status, 'code') ?? status)
}

/** Sends an operation that must fail and one that can be done, in this order, and reads the user before and after. */
export async function failThenRename({ given, mark, missing, send }: Act, members: JsonObject = {}) {
  const user = await given('User')
  const value = mark('bulk')
  const Operations = [renames(missing('User'), value), renames(user.path, value)]
  const before = await send(get(user.path))
  const bulk = await send(bulkOf({ ...members, Operations }))
  return { before, bulk, after: await send(get(user.path)) }
}
