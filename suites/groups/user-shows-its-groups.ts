import { bodyOf, defineCheck, elementsOf, get, patch, pathBelow } from '#check'
import { answering, type Exchange, type Json, member } from '#scim'
import { adding, removing } from './members.part.ts'
import { groupIds } from './user-groups.part.ts'

const groupIn = (user: Exchange, id: string): Json | undefined =>
  elementsOf(bodyOf(user), 'groups').find((one) => member(one, 'value') === id)

export default defineCheck({
  id: 'groups/user-shows-its-groups',
  title: 'The groups of a user are those that have it as a member',
  proves: ['RFC7643-4.1.2-22', 'RFC7643-4.1.2-23', 'RFC7643-4.1.2-20'],
  needs: { features: ['patch'], resource: ['User', 'Group'], attributes: ['groups.value'] },
  breaks:
    'Teleport: whoever had left a group could sign in once more with its role (gravitational/teleport#47837); who had left the last one still showed it (gravitational/teleport#66215). Cost: access not revoked.',

  async act({ facts, given, mark, send, eventually }) {
    const user = await given('User')
    const reference = { value: user.id }
    const group = await given('Group', { members: [reference] })
    const [second, other] = [await given('Group'), await given('Group')]
    await send(patch(second.path, adding(reference)))
    const joined = await eventually(
      get(user.path),
      (seen) => groupIds(seen).includes(group.id) && groupIds(seen).includes(second.id),
    )
    const path = pathBelow(facts.base, member(groupIn(joined, group.id), '$ref'))
    const referred = await send(get(path ?? group.path))
    await send(patch(second.path, { op: 'replace', path: 'displayName', value: mark('24-7') }))
    await send(patch(group.path, removing(reference)))
    const left = await eventually(get(user.path), (seen) => !groupIds(seen).includes(group.id))
    const [groupSeen, secondSeen] = [await send(get(group.path)), await send(get(second.path))]
    await send(patch(second.path, removing(reference)))
    const alone = await eventually(get(user.path), (seen) => groupIds(seen).length === 0)
    return { joined, referred, left, alone, group: groupSeen, second: secondSeen, other: other.created }
  },

  judge({ joined, referred, left, alone, group, second, other }, claim) {
    const [id, secondId, otherId] = [group, second, other].map((seen) => String(bodyOf(seen)?.id)) as [
      string,
      string,
      string,
    ]
    const [before, after] = [groupIds(joined), groupIds(left)]
    // A target need not show groups (AMB-026); what it shows has to be right.
    const shown = before.length > 0
    const both = before.includes(id) && before.includes(secondId)
    claim('RFC7643-4.1.2-22', joined)
      .status(200)
      .holds(!shown || both, { what: 'groups', expected: [id, secondId], actual: before })
      .holds(!before.includes(otherId), { what: 'groups', expected: 'no other group', actual: before })
    claim('RFC7643-4.1.2-22', left)
      .holds(!after.includes(id), { what: 'groups after leaving', expected: `without ${id}`, actual: after })
      .holds(!shown || after.includes(secondId), {
        what: 'groups after leaving one',
        expected: [secondId],
        actual: after,
      })
    claim('RFC7643-4.1.2-22', alone).holds(groupIds(alone).length === 0, {
      what: 'groups after leaving the last one',
      expected: [],
      actual: groupIds(alone),
    })
    const [display, name] = [member(groupIn(left, secondId), 'display'), bodyOf(second)?.displayName]
    claim('RFC7643-4.1.2-22', left).holds(display === undefined || display === null || display === name, {
      what: 'display of a group that was renamed',
      expected: name ?? null,
      actual: display,
    })
    claim('RFC7643-4.1.2-23', referred).status(200).has('/id', id)
    // To be removed through the group is what makes a membership a direct one.
    const type = member(groupIn(joined, id), 'type')
    claim('RFC7643-4.1.2-20', joined).holds(String(type).toLowerCase() !== 'indirect', {
      what: 'type of a membership of the user itself',
      expected: 'direct',
      actual: type,
    })
  },

  counterexample: ({ joined, referred, ...seen }) => {
    const [id, second] = [bodyOf(seen.group)?.id ?? '', bodyOf(seen.second)?.id ?? '']
    const groups = [
      { value: id, type: 'indirect' },
      { value: second, type: 'indirect' },
    ]
    return [
      {
        ...seen,
        referred,
        joined: answering(joined, { body: { ...bodyOf(joined), groups: [{ value: 'x' }] } }),
      },
      { ...seen, referred: answering(referred, { status: 404 }), joined },
      { ...seen, referred, joined: answering(joined, { body: { ...bodyOf(joined), groups } }) },
    ]
  },
})
