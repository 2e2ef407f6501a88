import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** A and B stand for `userName eq …`, B1 and A1 for `displayName eq …`; each with the users found. */
const PROBES = [
  ['A or B and B1', 'AB'],
  ['A or B and A1', 'A'],
  ['B and A1 or A', 'A'],
  ['A and A1 or B', 'AB'],
  ['(A or B) and B1', 'B'],
  ['B and (A1 or B1)', 'B'],
  ['not (A) and B', 'B'],
  ['B and not (A) or A', 'AB'],
] as const

export default defineCheck({
  id: 'filter/and-binds-before-or',
  title: 'Filters bind in the order parentheses, not, and, or',
  proves: ['RFC7644-3.4.2.2-35'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },

  async act({ blocked, endpoint, eventually, given, mark, send }) {
    const names = [mark('first'), mark('second')] as const
    const a = await given('User', { displayName: names[0] })
    const b = await given('User', { displayName: names[1] })
    const users = [await send(get(a.path)), await send(get(b.path))]
    if (users.some((user, at) => bodyOf(user)?.displayName !== names[at]))
      blocked('the target did not keep displayName')
    const terms: Record<string, string> = {
      A: `userName eq ${JSON.stringify(a.sent.userName)}`,
      B: `userName eq ${JSON.stringify(b.sent.userName)}`,
      A1: `displayName eq "${names[0]}"`,
      B1: `displayName eq "${names[1]}"`,
    }
    const ask = (filter: string) =>
      get(endpoint('User'), { filter: filter.replace(/\b[AB]1?\b/g, (term) => terms[term] ?? term) })
    for (const [term, { id }] of [
      ['A', a],
      ['B', b],
    ] as const)
      await eventually(ask(term), (list) => idsIn(list).includes(id))
    const answers: Exchange[] = []
    for (const [filter] of PROBES) answers.push(await send(ask(filter)))
    return { users, answers }
  },

  judge({ users, answers }, claim) {
    const [a, b] = users.map((user) => bodyOf(user)?.id ?? null)
    PROBES.forEach(([, hits], index) => {
      const answer = answers[index] as Exchange
      const stated = claim('RFC7644-3.4.2.2-35', answer).status(
        200,
        reading('AMB-074/operator-unsupported', 400),
      )
      if (answer.response?.status === 400) return
      const expected = [...hits].map((hit) => (hit === 'A' ? a : b) ?? null).sort()
      const actual = idsIn(answer).sort()
      stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    })
  },

  counterexample: ({ users, answers }) => {
    const leftToRight = {
      schemas: [URN.listResponse],
      totalResults: 1,
      Resources: [bodyOf(users[1] as Exchange) ?? {}],
    }
    return { users, answers: answers.map((answer) => answering(answer, { body: leftToRight })) }
  },
})
