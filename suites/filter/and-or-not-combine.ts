import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** A and B stand for `userName eq …` of two users, X for that of nobody; each with the users found. */
const PROBES = [
  ['RFC7644-3.4.2.2-24', 'A and A', 'A'],
  ['RFC7644-3.4.2.2-24', 'A and B', ''],
  ['RFC7644-3.4.2.2-24', 'A and X', ''],
  ['RFC7644-3.4.2.2-25', 'A or B', 'AB'],
  ['RFC7644-3.4.2.2-25', 'X or B', 'B'],
  ['RFC7644-3.4.2.2-26', '(A or B) and not (A)', 'B'],
  ['RFC7644-3.4.2.2-26', 'A and not (A or B)', ''],
  ['RFC7644-3.4.2.2-26', 'A and not (X)', 'A'],
  ['RFC7644-3.4.2.2-27', '(A or B) and (B or X)', 'B'],
  ['RFC7644-3.4.2.2-09', '(A)', 'A'],
  ['RFC7644-3.4.2.2-09', '((A) or ((B)))', 'AB'],
] as const

export default defineCheck({
  id: 'filter/and-or-not-combine',
  title: 'and, or, not and parentheses combine conditions',
  proves: [
    'RFC7644-3.4.2.2-09',
    'RFC7644-3.4.2.2-24',
    'RFC7644-3.4.2.2-25',
    'RFC7644-3.4.2.2-26',
    'RFC7644-3.4.2.2-27',
  ],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'Entra: eq and and are the operators it uses (SCIM page, ENT-015)',

  async act({ endpoint, eventually, given, mark, send }) {
    const [a, b] = [await given('User'), await given('User')]
    const names: Record<string, unknown> = { A: a.sent.userName, B: b.sent.userName, X: mark('nobody') }
    const ask = (filter: string) =>
      get(endpoint('User'), {
        filter: filter.replace(/\b[ABX]\b/g, (name) => `userName eq ${JSON.stringify(names[name])}`),
      })
    for (const [term, { id }] of [
      ['A', a],
      ['B', b],
    ] as const)
      await eventually(ask(term), (list) => idsIn(list).includes(id))
    const answers: Exchange[] = []
    for (const [, filter] of PROBES) answers.push(await send(ask(filter)))
    return { users: [await send(get(a.path)), await send(get(b.path))], answers }
  },

  judge({ users, answers }, claim) {
    const [a, b] = users.map((user) => bodyOf(user)?.id ?? null)
    PROBES.forEach(([row, , hits], index) => {
      const answer = answers[index] as Exchange
      const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
      if (answer.response?.status === 400) return
      const expected = [...hits].map((hit) => (hit === 'A' ? a : b) ?? null).sort()
      const actual = idsIn(answer).sort()
      stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    })
  },

  counterexample: ({ users, answers }) => {
    const unfiltered = {
      schemas: [URN.listResponse],
      totalResults: 3,
      Resources: [{ id: '1' }, { id: '2' }, { id: '3' }],
    }
    return answers.map((one, at) => ({
      users,
      answers: answers.with(at, answering(one, { body: unfiltered })),
    }))
  },
})
