import { defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { byName } from './findable.part.ts'
import { askAboutTwo, findsOfTwo } from './two-users.part.ts'

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

  async act(act) {
    const { given, mark, send } = act
    const [a, b] = [await given('User'), await given('User')]
    const terms = { A: byName(a), B: byName(b), X: `userName eq ${JSON.stringify(mark('nobody'))}` }
    const filters = PROBES.map(([, filter]) => filter)
    const answers = await askAboutTwo(act, [a, b], terms, filters)
    return { users: [await send(get(a.path)), await send(get(b.path))], answers }
  },

  judge({ users, answers }, claim) {
    PROBES.forEach(([row, , hits], index) => {
      const answer = answers[index] as Exchange
      findsOfTwo(claim(row, answer), answer, users, hits)
    })
  },

  counterexample: ({ users, answers }) => {
    const unfiltered = listOf({ id: '1' }, { id: '2' }, { id: '3' })
    return answers.map((one, at) => ({
      users,
      answers: answers.with(at, answering(one, { body: unfiltered })),
    }))
  },
})
