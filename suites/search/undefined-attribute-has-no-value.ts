import { bodyOf, createdId, defineCheck, findsJust, hasTotal, search } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { ABSENT_OR_LIMITED } from './root.part.ts'

/** Groups have no userName. Row, condition, and which of user and group it finds. */
const PROBES = [
  ['RFC7644-3.4.2.1-06', 'userName pr', [0]],
  ['RFC7644-3.4.2.1-06', 'not (userName pr)', [1]],
  ['RFC7644-3.4.2.1-07', 'userName eq "nobody"', []],
  ['RFC7644-3.4.2.1-06', 'not (members pr)', [0, 1]],
  ['RFC7644-3.4.2.1-03', 'meta.resourceType eq "Group"', [1]],
] as const

export default defineCheck({
  id: 'search/undefined-attribute-has-no-value',
  title: 'At the root an attribute that a type lacks has no value',
  proves: ['RFC7644-3.4.2.1-03', 'RFC7644-3.4.2.1-06', 'RFC7644-3.4.2.1-07'],
  needs: { features: ['filter'], resource: ['User', 'Group'] },

  async act({ eventually, send, shared }) {
    const made = [await shared('User'), await shared('Group')]
    const own = made.map(({ id }) => `id eq ${JSON.stringify(id)}`).join(' or ')
    const ask = (condition: string) => search('', { filter: `(${own}) and ${condition}` })
    await eventually(ask('id pr'), (list) => list.response?.status !== 200 || hasTotal(list, 2))
    const lists: Exchange[] = []
    for (const [, condition] of PROBES) lists.push(await send(ask(condition)))
    return { read: made.map(({ created }) => created), lists }
  },

  judge({ read, lists }, claim) {
    PROBES.forEach(([row, , hits], index) => {
      const list = lists[index] as Exchange
      const stated = claim(row, list).status(200, ...ABSENT_OR_LIMITED)
      if (list.response?.status !== 200) return
      const expected = hits.map((at) => createdId(read[at]))
      stated.holds(...findsJust(list, expected))
    })
  },

  counterexample: ({ read, lists }) => {
    const Resources = read.map((one) => bodyOf(one) ?? {})
    const body = { schemas: [URN.listResponse], totalResults: 2, Resources }
    return { read, lists: lists.map((list) => answering(list, { status: 200, body })) }
  },
})
