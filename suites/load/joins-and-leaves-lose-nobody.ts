import { BUSY_OR_LOST, bodyOf, defineCheck, get, isSuccess, loadOf, memberIds, patch } from '#check'
import { answering, type Json, type JsonObject, sameJson } from '#scim'
import { adding, membersSent, membersWritten, removing } from '../groups/members.part.ts'
import { crowd, together } from './load.part.ts'

export default defineCheck({
  id: 'load/joins-and-leaves-lose-nobody',
  title: 'Many who join and leave a group at once are each where they belong',
  proves: ['RFC7644-3.5.2.1-06', 'RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  load: ({ atOnce }) => ({ requests: 4 * atOnce + 3, makes: 2 * atOnce + 1 }),
  breaks:
    'Fleet: changes of members began from an old copy of the group, and some groups ended empty behind success (fleetdm/fleet#50724); a leaver who stays a member keeps what the group gives. Cost: access not revoked, data lost.',

  async act(act) {
    const { facts, given, send } = act
    const { atOnce } = loadOf(facts)
    const users = (await crowd(act, 2 * atOnce)).map(({ id }) => ({ value: id }))
    const [leaving, joining] = [users.slice(0, atOnce), users.slice(atOnce)]
    const { path, created } = await given('Group', { members: leaving as Json })
    const before = await send(get(path))
    const operations = joining.flatMap((user, n) => [adding(user), removing(leaving[n])])
    const changes = await together(2 * atOnce, (n) => send(patch(path, operations[n] as JsonObject)))
    const every = (rest: number) => changes.filter((_, n) => n % 2 === rest)
    return { created, before, joins: every(0), leaves: every(1), after: await send(get(path)) }
  },

  judge({ created, before, joins, leaves, after }, claim) {
    const done = [200, 204, ...BUSY_OR_LOST]
    for (const join of joins) claim('RFC7644-3.5.2.1-06', join).status(...done)
    for (const leave of leaves) claim('RFC7644-3.5.2.2-04', leave).status(...done)
    const [was, is] = [memberIds(bodyOf(before)), new Set(memberIds(bodyOf(after)))]
    const joined = joins.filter(isSuccess).flatMap(membersWritten)
    const left = new Set(membersSent(created).filter((_, n) => leaves[n] && isSuccess(leaves[n])))
    // Members need not be shown (AMB-026).
    const isShown = was.length > 0 || is.size > 0
    const lost = isShown ? [...joined, ...was.filter((id) => !left.has(id))].filter((id) => !is.has(id)) : []
    const still = [...left].filter((id) => is.has(id))
    const none = { expected: [] }
    claim('RFC7644-3.5.2.1-06', after).holds(sameJson(lost, []), {
      ...none,
      what: 'members that are lost',
      actual: lost,
    })
    claim('RFC7644-3.5.2.2-04', after).holds(sameJson(still, []), {
      ...none,
      what: 'members that left and are still there',
      actual: still,
    })
  },

  counterexample: (seen) => [
    { ...seen, after: answering(seen.after, { body: { ...bodyOf(seen.after), members: [] } }) },
    { ...seen, after: answering(seen.after, { body: bodyOf(seen.before) }) },
  ],
})
