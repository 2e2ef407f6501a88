import { isObject, type JsonObject, member } from '#scim'

/** How many members an operation of a PATCH names at the most. */
export function mostMembersIn(body: JsonObject | undefined): number {
  const operations = body?.Operations
  if (!Array.isArray(operations)) return 0
  const counts = operations.map((one) => {
    const value = member(one, 'value')
    const members = isObject(value) ? value.members : value
    return /^members/i.test(String(member(one, 'path') ?? 'members')) && Array.isArray(members)
      ? members.length
      : 0
  })
  return Math.max(0, ...counts)
}
