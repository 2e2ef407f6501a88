import { bodyOf, type Detail, memberIds } from '#check'
import { type Exchange, member, sameJson } from '#scim'

/** The ids of the members that a request gave, in its own order, which says who is who. */
export function membersSent({ request }: Exchange): string[] {
  const members = member(request.body, 'members')
  return Array.isArray(members) ? members.map((one) => String(member(one, 'value'))) : []
}

/** Are the members those expected? A target need not show members at all (AMB-026). */
export function membersAre(before: Exchange, after: Exchange, expected: string[]): [boolean, Detail] {
  const actual = memberIds(bodyOf(after))
  const detail = { what: 'members', expected: expected.toSorted(), actual }
  return memberIds(bodyOf(before)).length === 0
    ? [true, { ...detail, reading: 'AMB-026/members-absent' }]
    : [sameJson(actual, detail.expected), detail]
}
