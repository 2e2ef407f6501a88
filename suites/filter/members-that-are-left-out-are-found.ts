import { bodyOf, createdId, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { groupOfTwo } from './members.part.ts'
import { anybody } from './people.part.ts'

/** How clients ask whether M, or the stranger S, is a member; with whether the group is found. */
const PROBES = [
  ['members[value eq M]', true],
  ['members[value eq S]', false],
  ['members eq M', true],
  ['members eq S', false],
] as const

export default defineCheck({
  id: 'filter/members-that-are-left-out-are-found',
  title: 'A filter on members works where the answer leaves members out',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.5-06'],
  needs: { features: ['filter'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Entra: asks like this whether somebody is a member, and adds again whom it does not find (ENT-067)',

  async act(act) {
    const { endpoint, eventually, send } = act
    const { group, first } = await groupOfTwo(act)
    const terms: Record<string, string> = { M: first.id, S: (await anybody(act)).id }
    const lists: Exchange[] = []
    for (const [at, [condition]] of PROBES.entries()) {
      const filled = condition.replace(/\b[MS]\b/, (term) => JSON.stringify(terms[term]))
      const request = get(endpoint('Group'), {
        excludedAttributes: 'members',
        filter: `id eq ${JSON.stringify(group.id)} and ${filled}`,
      })
      lists.push(await (at === 0 ? eventually(request, showsOrRefuses(group.id)) : send(request)))
    }
    return { group: group.created, lists }
  },

  judge({ group, lists }, claim) {
    PROBES.forEach(([, hit], index) => {
      // AMBIGUOUS: AMB-070 and AMB-074: both forms may be refused; a wrong list is no answer.
      const list = lists[index] as Exchange
      const stated = claim('RFC7644-3.4.2.2-04', list).status(200, 400, reading('AMB-036/422', 422))
      claim('RFC7644-3.4.2.5-06', list).lacks('/Resources/0/members')
      if (list.response?.status !== 200) return
      const [expected, actual] = [hit ? [createdId(group)] : [], idsIn(list)]
      stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    })
  },

  counterexample: ({ group, lists }) => {
    const always = listOf({ ...bodyOf(group), members: [{ value: '1' }] })
    return { group, lists: lists.map((list) => answering(list, { body: always })) }
  },
})
