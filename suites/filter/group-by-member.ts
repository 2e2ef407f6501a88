import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

export default defineCheck({
  id: 'filter/group-by-member',
  title: 'members.value finds the groups that have the member',
  proves: ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2.2-37'],
  needs: { features: ['filter'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ endpoint, eventually, given, mark, send }) {
    const [first, second, stranger] = [await given('User'), await given('User'), await given('User')]
    const members = [{ value: first.id }, { value: second.id }]
    const displayName = mark('Byggesak')
    const { id, path } = await given('Group', { displayName, members })
    const own = `displayName eq "${displayName}"`
    const ask = (filter: string) => get(endpoint('Group'), { filter })
    await eventually(ask(own), (list) => idsIn(list).includes(id))
    const lists: Exchange[] = []
    for (const user of [first, second, stranger])
      lists.push(await send(ask(`${own} and members.value eq ${JSON.stringify(user.id)}`)))
    return { group: await send(get(path)), lists }
  },

  judge({ group, lists }, claim) {
    lists.forEach((list, index) => {
      for (const row of ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2.2-37'] as const)
        findsOrRefuses(claim(row, list), list, index < 2 ? [idOf(group)] : [])
    })
  },

  counterexample: ({ group, lists }) => {
    const always = listOf(bodyOf(group) ?? {})
    return { group, lists: lists.map((list) => answering(list, { body: always })) }
  },
})
