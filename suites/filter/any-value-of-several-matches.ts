import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'
import { withTwoAddresses } from './people.part.ts'

/** W and H stand for the whole address at work and at home, S for what both begin with; and whether the user is found. */
const PROBES = [
  ['emails.value eq W', true],
  ['emails.value eq H', true],
  ['emails.value sw S', true],
  // Each comparison is about any value: not about the same one, as in emails[…].
  ['emails.type eq "home" and emails.value eq W', true],
  ['emails.value eq S', false],
] as const

export default defineCheck({
  id: 'filter/any-value-of-several-matches',
  title: 'A comparison matches when any value of the attribute does',
  proves: ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2-06'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },
  breaks: 'A user listed once for each address is an ambiguous match (wso2/product-is#3563)',

  async act(act) {
    const { blocked, endpoint, eventually, send } = act
    const { made, starts } = await withTwoAddresses(act)
    if (elementsOf(made.body, 'emails').length < 2) blocked('the target did not keep both emails')
    const host = '@scim-test.example'
    const terms: Record<string, string> = {
      W: starts.work + host,
      H: starts.home + host,
      S: starts.both,
    }
    const lists: Exchange[] = []
    for (const [at, [condition]] of PROBES.entries()) {
      const filter = condition.replace(/\b[WHS]\b/, (term) => `"${terms[term]}"`)
      const request = get(endpoint('User'), { filter })
      lists.push(await (at === 0 ? eventually(request, showsOrRefuses(made.id)) : send(request)))
    }
    return { user: made.created, lists }
  },

  judge({ user, lists }, claim) {
    lists.forEach((list, index) => {
      const expected = PROBES[index]?.[1] ? [idOf(user)] : []
      for (const row of ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2-06'] as const) {
        const stated = claim(row, list)
        findsOrRefuses(stated, list, expected)
        if (list.response?.status === 400) continue
        const total = bodyOf(list)?.totalResults
        stated.holds(total === expected.length, {
          expected: expected.length,
          actual: total,
          pointer: '/totalResults',
        })
      }
    })
  },

  counterexample: ({ user, lists }) => {
    const twice = listOf(bodyOf(user) ?? {}, bodyOf(user) ?? {})
    return { user, lists: lists.map((list) => answering(list, { body: twice })) }
  },
})
