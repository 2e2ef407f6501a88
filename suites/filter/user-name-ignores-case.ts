import { createdId, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'

const OPERATORS = ['eq', 'sw', 'co', 'ew'] as const

export default defineCheck({
  id: 'filter/user-name-ignores-case',
  title: 'A filter finds a userName whatever its letter case',
  proves: ['RFC7643-4.1.1-04', 'RFC7644-3.4.2.2-41', 'RFC7643-7-23'],
  needs: { features: ['filter'], resource: 'User' },
  breaks:
    'A user that is not found is created again (open-webui/open-webui#18039). Cost: provisioning blocked.',

  async act({ address, endpoint, eventually, send, shared, sharedMark }) {
    const sent = { userName: address(sharedMark('Kari.Moen')) }
    const { id, body, created } = await shared('User', sent)
    const userName = String(body.userName)
    const ask = (operator: string, value: string) =>
      get(endpoint('User'), { filter: `userName ${operator} ${JSON.stringify(value)}` })
    await eventually(ask('eq', userName), showsOrRefuses(id))
    const answers: Exchange[] = []
    for (const operator of OPERATORS) {
      answers.push(await send(ask(operator, userName.toUpperCase())))
      answers.push(await send(ask(operator, userName.toLowerCase())))
    }
    return { user: created, answers }
  },

  judge({ user, answers }, claim, { facts }) {
    const known = findSchema(facts.schemas, URN.user)?.attributes ?? []
    const isExact = findAttribute(known, 'userName')?.caseExact === true
    const expected = [createdId(user)]
    for (const answer of answers) {
      for (const row of ['RFC7643-4.1.1-04', 'RFC7644-3.4.2.2-41', 'RFC7643-7-23'] as const) {
        const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
        if (answer.response?.status === 400) continue
        const actual = idsIn(answer)
        const published = isExact && actual.length === 0 ? { reading: 'AMB-079/metadata' as const } : {}
        const fits = isExact ? actual.length === 0 || sameJson(actual, expected) : sameJson(actual, expected)
        stated.holds(fits, { what: 'ids found', expected, actual, ...published })
      }
    }
  },

  counterexample: ({ user, answers }) =>
    [listOf({ id: '1' }, { id: '2' }), listOf()].map((body) => ({
      user,
      answers: answers.map((one) => answering(one, { body })),
    })),
})
