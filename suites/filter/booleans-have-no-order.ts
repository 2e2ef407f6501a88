import { defineCheck, get, reading } from '#check'
import { answering, type Exchange, URN } from '#scim'

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
      claim(row, answers[index] as Exchange)
        .status(400, reading('AMB-036/422', 422))
        .scimType('invalidFilter')
    })
  },

  counterexample: ({ answers }) => {
    const answer = { status: 200, body: { schemas: [URN.listResponse], totalResults: 0, Resources: [] } }
    return answers.map((one, at) => ({ answers: answers.with(at, answering(one, answer)) }))
  },
})
