import { defineCheck, get } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { listOf } from './answers.part.ts'
import { refusesFilter } from './refused.part.ts'

const ROWS = [
  ['RFC7644-3.4.2.2-20', 'gt'],
  ['RFC7644-3.4.2.2-21', 'ge'],
  ['RFC7644-3.4.2.2-22', 'lt'],
  ['RFC7644-3.4.2.2-23', 'le'],
] as const

export default defineCheck({
  id: 'filter/binaries-have-no-order',
  title: 'gt, ge, lt and le on a Binary are refused with invalidFilter',
  proves: ['RFC7644-3.4.2.2-20', 'RFC7644-3.4.2.2-21', 'RFC7644-3.4.2.2-22', 'RFC7644-3.4.2.2-23'],
  needs: { features: ['filter'], resource: 'User', attributes: ['x509Certificates.value'] },

  each: ({ schemas }) => {
    const known = findSchema(schemas, URN.user)?.attributes ?? []
    const parts = findAttribute(known, 'x509Certificates')?.subAttributes ?? []
    return findAttribute(parts, 'value')?.type === 'binary' ? [{ name: '' }] : []
  },

  async act({ endpoint, send }) {
    const answers: Exchange[] = []
    for (const [, operator] of ROWS) {
      const filter = `x509Certificates.value ${operator} "AA=="`
      answers.push(await send(get(endpoint('User'), { filter, count: 1 })))
    }
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
