import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** Requirement, condition, and whether a user with this displayName meets it. */
const WORD = 'kmnpr'
const PROBES = [
  ['RFC7644-3.4.2.2-10', 'eq "kmnpr"', true],
  ['RFC7644-3.4.2.2-10', 'eq "kmn"', false],
  ['RFC7644-3.4.2.2-10', 'eq "npr"', false],
  ['RFC7644-3.4.2.2-10', 'eq "kmnprs"', false],
  ['RFC7644-3.4.2.2-11', 'ne "kmn"', true],
  ['RFC7644-3.4.2.2-11', 'ne "kmnpr"', false],
] as const

export default defineCheck({
  id: 'filter/eq-and-ne-are-opposites',
  title: 'eq matches an identical value and ne any other',
  proves: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-11'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },

  async act({ blocked, endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User', { displayName: WORD })
    const user = await send(get(path))
    if (bodyOf(user)?.displayName !== WORD) blocked('the target did not keep displayName')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    await eventually(get(endpoint('User'), { filter: own }), (list) => idsIn(list).includes(id))
    const answers: Exchange[] = []
    for (const [, condition] of PROBES)
      answers.push(await send(get(endpoint('User'), { filter: `${own} and displayName ${condition}` })))
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    const id = bodyOf(user)?.id ?? null
    PROBES.forEach(([row, , hit], index) => {
      const answer = answers[index] as Exchange
      const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
      if (answer.response?.status === 400) return
      const [expected, actual] = [hit ? [id] : [], idsIn(answer)]
      stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    })
  },

  counterexample: ({ user, answers }) => {
    const unfiltered = {
      schemas: [URN.listResponse],
      totalResults: 2,
      Resources: [bodyOf(user) ?? {}, { id: '2' }],
    }
    return answers.map((one, at) => ({
      user,
      answers: answers.with(at, answering(one, { body: unfiltered })),
    }))
  },
})
