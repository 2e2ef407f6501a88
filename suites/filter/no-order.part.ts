import { type Act, type Claims, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { refusesFilter } from './refused.part.ts'

const OPERATORS = [
  ['RFC7644-3.4.2.2-20', 'gt'],
  ['RFC7644-3.4.2.2-21', 'ge'],
  ['RFC7644-3.4.2.2-22', 'lt'],
  ['RFC7644-3.4.2.2-23', 'le'],
] as const

type Row = (typeof OPERATORS)[number][0]
type Answers = { readonly answers: readonly Exchange[] }

/** What checks of values without an order have in common: each operator that asks for one is refused. */
export function withoutOrder(attribute: string, literal: string) {
  return {
    proves: OPERATORS.map(([row]) => row),

    async act({ endpoint, send }: Act): Promise<Answers> {
      const answers: Exchange[] = []
      for (const [, operator] of OPERATORS) {
        const filter = `${attribute} ${operator} ${literal}`
        answers.push(await send(get(endpoint('User'), { filter, count: 1 })))
      }
      return { answers }
    },

    judge({ answers }: Answers, claim: Claims<Row>) {
      OPERATORS.forEach(([row], index) => {
        refusesFilter(claim(row, answers[index] as Exchange))
      })
    },

    counterexample: ({ answers }: Answers) => {
      const answer = { status: 200, body: listOf() }
      return answers.map((one, at) => ({ answers: answers.with(at, answering(one, answer)) }))
    },
  }
}
