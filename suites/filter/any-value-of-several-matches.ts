import { bodyOf, createdId, defineCheck, elementsOf, get, idsIn, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
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
  breaks:
    'A user listed once for each address is an ambiguous match (wso2/product-is#3563). Cost: provisioning blocked.',

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
      const expected = PROBES[index]?.[1] ? [createdId(user)] : []
      findsOrRefuses(claim('RFC7644-3.4.2.2-36', list), list, expected)
      const counted = claim('RFC7644-3.4.2-06', list).status(
        200,
        reading('AMB-074/operator-unsupported', 400),
      )
      if (list.response?.status === 400) return
      // Who is found and should not be, or the other way round, is no matter of the total.
      const users = new Set(idsIn(list)).size
      const actual = bodyOf(list)?.totalResults
      counted.holds(actual === users, { expected: users, actual, pointer: '/totalResults' })
    })
  },

  counterexample: ({ user, lists }) => {
    const twice = listOf(bodyOf(user) ?? {}, bodyOf(user) ?? {})
    return { user, lists: lists.map((list) => answering(list, { body: twice })) }
  },
})
