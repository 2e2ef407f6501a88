import { defineCheck } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { byName } from './findable.part.ts'
import { another, anybody } from './people.part.ts'
import { askAboutTwo, findsOfTwo } from './two-users.part.ts'

/** A and B stand for `userName eq …` of two users, X for that of nobody; each with the users found. */
const PROBES = [
  { row: 'RFC7644-3.4.2.2-24', filter: 'A and A', hits: 'A' },
  { row: 'RFC7644-3.4.2.2-24', filter: 'A and A and B', hits: '' },
  { row: 'RFC7644-3.4.2.2-24', filter: 'A and X', hits: '' },
  { row: 'RFC7644-3.4.2.2-25', filter: 'A or B', hits: 'AB' },
  { row: 'RFC7644-3.4.2.2-25', filter: 'X or X or X or B', hits: 'B' },
  { row: 'RFC7644-3.4.2.2-26', filter: '(A or B) and not (A)', hits: 'B' },
  { row: 'RFC7644-3.4.2.2-26', filter: 'A and not (A or B)', hits: '' },
  { row: 'RFC7644-3.4.2.2-26', filter: 'A and not (X)', hits: 'A' },
  { row: 'RFC7644-3.4.2.2-27', filter: '(A or B) and (B or X)', hits: 'B' },
  { row: 'RFC7644-3.4.2.2-09', filter: '(A)', hits: 'A' },
  { row: 'RFC7644-3.4.2.2-09', filter: '((A) or ((B)))', hits: 'AB' },
] as const

const COMBINING = /-2[45]$/

export default defineCheck({
  id: 'filter/and-or-not-combine',
  title: 'and, or, not and parentheses combine conditions',
  proves: [
    'RFC7644-3.4.2.2-08',
    'RFC7644-3.4.2.2-09',
    'RFC7644-3.4.2.2-24',
    'RFC7644-3.4.2.2-25',
    'RFC7644-3.4.2.2-26',
    'RFC7644-3.4.2.2-27',
  ],
  needs: { features: ['filter'], resource: 'User' },
  breaks:
    'Entra: eq and and are the operators it uses (SCIM page, ENT-015); the-dmz: the text of a filter reached to its last quote (TheMorpheus407/the-dmz#309). Cost: wrong access.',

  async act(act) {
    const [a, b] = [await anybody(act), await another(act, 'annen')]
    const terms = { A: byName(a), B: byName(b), X: `userName eq ${JSON.stringify(act.mark('nobody'))}` }
    return { users: [a.created, b.created], answers: await askAboutTwo(act, terms, PROBES) }
  },

  judge({ users, answers }, claim) {
    PROBES.forEach(({ row, hits }, index) => {
      const answer = answers[index] as Exchange
      findsOfTwo(claim(row, answer), answer, users, hits)
      if (COMBINING.test(row)) findsOfTwo(claim('RFC7644-3.4.2.2-08', answer), answer, users, hits)
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
