import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

export default defineCheck({
  id: 'filter/group-by-display-name',
  title: 'A group is found by its displayName and another is not',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10'],
  needs: { features: ['filter'], resource: 'Group', attributes: ['displayName'] },
  breaks: 'Entra and Okta: look groups up by displayName before they create them (ENT-060, OKT-050)',

  async act({ endpoint, eventually, given, mark, send }) {
    // One name is the beginning of the other, as with a department and its sections.
    const name = mark('Oppvekst')
    const names = [name, `${name} og kultur`]
    const made = [
      await given('Group', { displayName: name }),
      await given('Group', { displayName: names[1] ?? '' }),
    ]
    const groups: Exchange[] = []
    const lists: Exchange[] = []
    for (const [at, { id, path }] of made.entries()) {
      const ask = get(endpoint('Group'), { filter: `displayName eq "${names[at]}"` })
      groups.push(await send(get(path)))
      lists.push(await eventually(ask, showsOrRefuses(id)))
    }
    return { groups, lists }
  },

  judge({ groups, lists }, claim) {
    lists.forEach((list, index) => {
      for (const row of ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10'] as const)
        findsOrRefuses(claim(row, list), list, [idOf(groups[index])], reading('AMB-074/eq-unsupported', 400))
    })
  },

  counterexample: ({ groups, lists }) => {
    const both = listOf(...groups.map((group) => bodyOf(group) ?? {}))
    return { groups, lists: lists.map((list) => answering(list, { body: both })) }
  },
})
