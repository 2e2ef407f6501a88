import { type Act, bodyOf, type Detail, get, type Made, memberIds, pointTo } from '#check'
import { type Exchange, type Json, type JsonObject, member, type ScimRequest, sameJson } from '#scim'

export type Reference = { readonly value: string }

/**
 * Users to be members, the same for all checks of this folder. Being a member shows in the `groups` of a user, so these
 * are never looked at, let alone written to: a check that looks at the user's side makes users of its own.
 */
export async function membersToBe(
  { shared, sharedMark }: Pick<Act, 'shared' | 'sharedMark'>,
  count: number,
): Promise<Made[]> {
  const users: Made[] = []
  for (let n = 1; n <= count; n++) users.push(await shared('User', { externalId: sharedMark(`member-${n}`) }))
  return users
}

/** A group of one, for checks that only read it. */
export async function groupToRead(act: Pick<Act, 'shared' | 'sharedMark'>): Promise<Made> {
  const [user] = await membersToBe(act, 1)
  return act.shared('Group', { members: [{ value: user?.id ?? '' }] })
}

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

/** A value path that selects members by their ids. */
export const membersWith = (...references: (Reference | undefined)[]): string =>
  `members[${references.map((one) => `value eq ${JSON.stringify(one?.value)}`).join(' or ')}]`

export const removing = (...references: (Reference | undefined)[]): JsonObject => ({
  op: 'remove',
  path: membersWith(...references),
})

export const adding = (...references: Reference[]): JsonObject => ({
  op: 'add',
  path: 'members',
  value: references as Json,
})

/** Changes a group once; `others` are users outside of it. References come members first. */
export async function changeGroup(
  act: Pick<Act, 'given' | 'send' | 'shared' | 'sharedMark'>,
  { members, others = 0 }: { members: number; others?: number },
  change: (group: Made, references: Reference[], users: Made[]) => ScimRequest,
) {
  const { given, send } = act
  const users = await membersToBe(act, members + others)
  const references = users.map(({ id }) => ({ value: id }))
  const group = await given('Group', { members: references.slice(0, members) as Json })
  const before = await send(get(group.path))
  const changed = await send(change(group, references, users))
  return { created: group.created, before, changed, after: await send(get(group.path)) }
}
