import { type Facts, type Made, patch } from '#check'
import type { ScimRequest } from '#scim'

/** One case for each way of changing a resource that the target offers. */
export const offeredWrites = ({ features }: Facts) => [
  ...(features.put.offered ? [{ name: 'PUT' }] : []),
  ...(features.patch.offered ? [{ name: 'PATCH' }] : []),
]

/** Gives a user another displayName, with a tag only if its own is still this one. */
export function rename(method: string, user: Made, displayName: string, tag?: string): ScimRequest {
  const headers: Record<string, string> = tag === undefined ? {} : { 'if-match': tag }
  return method === 'PUT'
    ? { method: 'PUT', path: user.path, body: { ...user.sent, displayName }, headers }
    : { ...patch(user.path, { op: 'replace', path: 'displayName', value: displayName }), headers }
}
