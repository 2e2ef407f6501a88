import { bodyOf, createdId, defineCheck, get } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses, refusedEq } from './found.part.ts'

export default defineCheck({
  id: 'filter/group-by-display-name',
  title: 'A group is found by its displayName and another is not',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-41'],
  needs: { features: ['filter'], resource: 'Group', attributes: ['displayName'] },
  breaks: 'Entra and Okta: look groups up by displayName before they create them (ENT-060, OKT-050)',

  async act({ endpoint, eventually, send, shared, sharedMark }) {
    // One name is the beginning of the other, as with a department and its sections.
    const name = sharedMark('Oppvekst')
    const groups: Exchange[] = []
    const lists: Exchange[] = []
    for (const displayName of [name, `${name} og kultur`]) {
      const { id, created } = await shared('Group', { displayName })
      const ask = get(endpoint('Group'), { filter: `displayName eq "${displayName}"` })
      groups.push(created)
      lists.push(await eventually(ask, showsOrRefuses(id)))
    }
    const recased = get(endpoint('Group'), { filter: `displayName eq "${name.toUpperCase()}"` })
    return { groups, lists, recased: await send(recased) }
  },

  judge({ groups, lists, recased }, claim, { facts }) {
    const known = findSchema(facts.schemas, URN.group)?.attributes ?? []
    const isExact = findAttribute(known, 'displayName')?.caseExact === true
    findsOrRefuses(claim('RFC7644-3.4.2.2-41', recased), recased, isExact ? [] : [createdId(groups[0])])
    lists.forEach((list, index) => {
      for (const row of ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10'] as const)
        findsOrRefuses(claim(row, list), list, [createdId(groups[index])], refusedEq('displayName'))
    })
  },

  counterexample: ({ groups, lists, recased }) => {
    const both = listOf(...groups.map((group) => bodyOf(group) ?? {}))
    return {
      groups,
      lists: lists.map((list) => answering(list, { body: both })),
      recased: answering(recased, { body: both }),
    }
  },
})
