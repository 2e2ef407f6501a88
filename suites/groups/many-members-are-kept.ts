import { type Act, bodyOf, createdId, defineCheck, get, isSuccess, memberIds, patch } from '#check'
import { type Exchange, type Json, sameJson } from '#scim'
import {
  adding,
  membersAre,
  membersSent,
  membersToBe,
  membersWritten,
  type Reference,
} from './members.part.ts'

/** More than what anybody takes for a page, in steps that each are more than a common one. */
const FIRST = 101
const MORE = 50

export default defineCheck({
  id: 'groups/many-members-are-kept',
  title: 'A group keeps a hundred members when more are added',
  proves: ['RFC7644-3.5.2.1-06'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'FusionAuth: adding the 101st person threw earlier members out (FusionAuth/fusionauth-issues#2784). Cost: data lost.',

  async act(act) {
    const { missing, blocked } = act
    // People nobody knows: to make as many would be dear, and many targets take them (AMB-028).
    const strangers = (count: number) =>
      Array.from({ length: count }, () => ({
        value: decodeURIComponent(missing('User').split('/').at(-1) ?? ''),
      }))
    const many = await fill(act, strangers(FIRST), strangers(MORE))
    if (many && memberIds(bodyOf(many.before)).length > 0) return many
    // Where they are refused, or taken and left out, it is tried with the few there are.
    const few = (await membersToBe(act, 3)).map(({ id }) => ({ value: id }))
    return (
      (await fill(act, few.slice(0, 2), few.slice(2))) ?? blocked('could not create a Group with members')
    )
  },

  judge({ created, before, added, after }, claim) {
    const first = membersSent(created).sort()
    const all = [...first, ...membersWritten(added)].sort()
    claim('RFC7644-3.5.2.1-06', added).succeeds()
    for (const [exchange, expected] of [
      [before, first],
      [after, all],
    ] as const) {
      const [ok, { reading }] = membersAre(before, exchange, expected)
      const actual = memberIds(bodyOf(exchange))
      const detail = { what: 'number of members', expected: expected.length, actual: actual.length }
      claim('RFC7644-3.5.2.1-06', exchange).holds(ok || sameJson(actual, expected), {
        ...detail,
        ...(reading ? { reading } : {}),
      })
    }
  },

  counterexample: ({ before, ...seen }) => ({ ...seen, before, after: before }),
})

/** A group of these members that are joined by others; nothing where the target refuses the first. */
async function fill(
  { draft, endpoint, send }: Act,
  members: Reference[],
  others: Reference[],
): Promise<Record<'created' | 'before' | 'added' | 'after', Exchange> | undefined> {
  const body = draft('Group', { members: members as Json })
  const created = await send({ method: 'POST', path: endpoint('Group'), body })
  const id = createdId(created)
  if (!isSuccess(created) || !id) return undefined
  const path = `${endpoint('Group')}/${encodeURIComponent(id)}`
  const before = await send(get(path))
  const added = await send(patch(path, adding(...others)))
  return { created, before, added, after: await send(get(path)) }
}
