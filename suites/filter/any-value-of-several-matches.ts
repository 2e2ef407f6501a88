import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

export default defineCheck({
  id: 'filter/any-value-of-several-matches',
  title: 'A comparison matches when any value of the attribute does',
  proves: ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2-06'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },
  breaks: 'A user listed once for each address is an ambiguous match (wso2/product-is#3563)',

  async act({ blocked, endpoint, eventually, given, mark, person, send }) {
    const [first, second] = [person().email, person().email]
    const shared = mark('shared')
    const { id, path } = await given('User', {
      emails: [
        { value: `${shared}.${first}`, type: 'work', primary: true },
        { value: `${shared}.${second}`, type: 'home' },
      ],
    })
    const user = await send(get(path))
    if (elementsOf(bodyOf(user), 'emails').length !== 2) blocked('the target did not keep both emails')
    const ask = (condition: string) => get(endpoint('User'), { filter: `emails.value ${condition}` })
    const lists = [await eventually(ask(`eq "${shared}.${first}"`), showsOrRefuses(id))]
    for (const condition of [`eq "${shared}.${second}"`, `sw "${shared}"`])
      lists.push(await send(ask(condition)))
    return { user, lists, none: await send(ask(`eq "${shared}"`)) }
  },

  judge({ user, lists, none }, claim) {
    for (const list of [...lists, none]) {
      const expected = list === none ? [] : [idOf(user)]
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
    }
  },

  counterexample: ({ user, lists, none }) => {
    const twice = listOf(bodyOf(user) ?? {}, bodyOf(user) ?? {})
    return { user, none, lists: lists.map((list) => answering(list, { body: twice })) }
  },
})
