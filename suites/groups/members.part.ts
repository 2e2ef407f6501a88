import { type Act, bodyOf, type Detail, get, type Made, memberIds, pointTo } from '#check'
import { type Exchange, type Json, member, type ScimRequest, sameJson } from '#scim'

export type Reference = { readonly value: string }

/** The ids of the members that a request gave, in its own order, which says who is who. */
export function membersSent({ request }: Exchange): string[] {
  const members = member(request.body, 'members')
  return Array.isArray(members) ? members.map((one) => String(member(one, 'value'))) : []
}

/** The ids that the first operation of a PATCH adds or puts in place of others. */
export const membersWritten = ({ request }: Exchange): string[] =>
  memberIds({ members: pointTo(request.body, '/Operations/0/value') ?? null })

/** Are the members those expected? A target need not show members at all (AMB-026). */
export function membersAre(before: Exchange, after: Exchange, expected: string[]): [boolean, Detail] {
  const [shown, actual] = [memberIds(bodyOf(before)), memberIds(bodyOf(after))]
  const detail = { what: 'members', expected: expected.toSorted(), actual }
  return shown.length === 0
    ? [true, { ...detail, reading: 'AMB-026/members-absent' }]
    : [sameJson(actual, detail.expected), detail]
}

/** Changes a group of new users once; `others` are users outside of it. References come members first. */
export async function changeGroup(
  { given, send }: Pick<Act, 'given' | 'send'>,
  { members, others = 0 }: { members: number; others?: number },
  change: (group: Made, references: Reference[]) => ScimRequest,
) {
  const references: Reference[] = []
  for (let user = 0; user < members + others; user++) references.push({ value: (await given('User')).id })
  const group = await given('Group', { members: references.slice(0, members) as Json })
  const before = await send(get(group.path))
  const changed = await send(change(group, references))
  return { created: group.created, before, changed, after: await send(get(group.path)) }
}
