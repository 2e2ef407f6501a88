import { type Act, bodyOf, type Detail, get, memberIds, patch } from '#check'
import { type Exchange, type JsonObject, sameJson } from '#scim'

/** A group with one member, changed by one PATCH about others. */
export async function changeMembers(
  { given, send }: Act,
  others: number,
  operations: (ids: readonly string[]) => JsonObject[],
) {
  const ids: string[] = []
  for (let n = 0; n <= others; n++) ids.push((await given('User')).id)
  const group = await given('Group', { members: [{ value: ids[0] as string }] })
  const before = await send(get(group.path))
  const changed = await send(patch(group.path, ...operations(ids.slice(1))))
  return { before, changed, after: await send(get(group.path)) }
}

/** Are the members those from before and these? A target need not show members at all (AMB-026). */
export function membersAre(before: Exchange, after: Exchange, more: readonly string[]): [boolean, Detail] {
  const old = memberIds(bodyOf(before))
  const actual = memberIds(bodyOf(after))
  const expected = [...old, ...more].sort()
  const detail = { what: 'members', expected, actual }
  return old.length === 0
    ? [true, { ...detail, reading: 'AMB-026/members-absent' }]
    : [sameJson(actual, expected), detail]
}
