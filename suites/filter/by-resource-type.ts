import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** Value of meta.resourceType, and whether a user has it; resource type names are case-exact. */
const PROBES = [
  ['User', true],
  ['Group', false],
  ['uSER', false],
] as const

export default defineCheck({
  id: 'filter/by-resource-type',
  title: 'meta.resourceType filters by the exact name of the type',
  proves: ['RFC7643-3.1-20', 'RFC7644-3.4.2.2-34'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ blocked, endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(own), (list) => idsIn(list).includes(id))
    const user = await send(get(path))
    if (bodyOf(user)?.meta === undefined) blocked('the target shows no meta')
    const answers: Exchange[] = []
    for (const [name] of PROBES) answers.push(await send(ask(`${own} and meta.resourceType eq "${name}"`)))
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    const id = bodyOf(user)?.id ?? null
    PROBES.forEach(([, hit], index) => {
      const answer = answers[index] as Exchange
      const [expected, actual] = [hit ? [id] : [], idsIn(answer)]
      for (const row of ['RFC7643-3.1-20', 'RFC7644-3.4.2.2-34'] as const) {
        const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
        if (answer.response?.status === 400) continue
        stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
      }
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) =>
      answering(one, {
        body: { schemas: [URN.listResponse], totalResults: 1, Resources: [bodyOf(user) ?? {}] },
      }),
    ),
  }),
})
