import { bodyOf, createdId, defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { groupOfTwo } from './members.part.ts'
import { anybody } from './people.part.ts'

export default defineCheck({
  id: 'filter/group-by-member',
  title: 'members.value finds the groups that have the member',
  proves: ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2.2-37'],
  needs: { features: ['filter'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act(act) {
    const { endpoint, eventually, send } = act
    const { group, first, second } = await groupOfTwo(act)
    const ask = (user: string) => {
      const own = `displayName eq ${JSON.stringify(group.sent.displayName)}`
      return get(endpoint('Group'), { filter: `${own} and members.value eq ${JSON.stringify(user)}` })
    }
    const stranger = await anybody(act)
    return {
      group: group.created,
      lists: [
        await eventually(ask(first.id), showsOrRefuses(group.id)),
        await send(ask(second.id)),
        await send(ask(stranger.id)),
      ],
    }
  },

  judge({ group, lists }, claim) {
    lists.forEach((list, index) => {
      for (const row of ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2.2-37'] as const)
        findsOrRefuses(claim(row, list), list, index < 2 ? [createdId(group)] : [])
    })
  },

  counterexample: ({ group, lists }) => {
    const always = listOf(bodyOf(group) ?? {})
    return { group, lists: (lists as Exchange[]).map((list) => answering(list, { body: always })) }
  },
})
