import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { listOf } from './answers.part.ts'

const OPERATORS = ['eq', 'sw', 'co', 'ew'] as const

export default defineCheck({
  id: 'filter/user-name-ignores-case',
  title: 'A filter finds a userName whatever its letter case',
  proves: ['RFC7643-4.1.1-04', 'RFC7644-3.4.2.2-41', 'RFC7643-7-23'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A user that is not found is created again (open-webui/open-webui#18039)',

  async act({ endpoint, eventually, given, mark, send }) {
    const { id, path } = await given('User', { userName: `${mark('Kari.Moen')}@scim-test.example` })
    const user = await send(get(path))
    const userName = String(bodyOf(user)?.userName)
    const ask = (operator: string, value: string) =>
      get(endpoint('User'), { filter: `userName ${operator} ${JSON.stringify(value)}` })
    await eventually(ask('eq', userName), (list) => idsIn(list).includes(id))
    const answers: Exchange[] = []
    for (const operator of OPERATORS) {
      answers.push(await send(ask(operator, userName.toUpperCase())))
      answers.push(await send(ask(operator, userName.toLowerCase())))
    }
    return { user, answers }
  },

  judge({ user, answers }, claim, { facts }) {
    const known = findSchema(facts.schemas, URN.user)?.attributes ?? []
    const isExact = findAttribute(known, 'userName')?.caseExact === true
    const expected = [bodyOf(user)?.id ?? null]
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
