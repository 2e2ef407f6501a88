import { defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { refusesFilter } from './refused.part.ts'

const ROWS = [
  ['RFC7644-3.4.2.2-20', 'gt'],
  ['RFC7644-3.4.2.2-21', 'ge'],
  ['RFC7644-3.4.2.2-22', 'lt'],
  ['RFC7644-3.4.2.2-23', 'le'],
] as const

export default defineCheck({
  id: 'filter/booleans-have-no-order',
  title: 'gt, ge, lt and le on a Boolean are refused with invalidFilter',
  proves: ['RFC7644-3.4.2.2-20', 'RFC7644-3.4.2.2-21', 'RFC7644-3.4.2.2-22', 'RFC7644-3.4.2.2-23'],
  needs: { features: ['filter'], resource: 'User', attributes: ['active'] },

  async act({ endpoint, send }) {
    const answers: Exchange[] = []
    for (const [, operator] of ROWS)
      answers.push(await send(get(endpoint('User'), { filter: `active ${operator} true`, count: 1 })))
    return { answers }
  },

  judge({ answers }, claim) {
    ROWS.forEach(([row], index) => {
      refusesFilter(claim(row, answers[index] as Exchange))
    })
  },

  counterexample: ({ answers }) => {
    const answer = { status: 200, body: listOf() }
    return answers.map((one, at) => ({ answers: answers.with(at, answering(one, answer)) }))
  },
})
