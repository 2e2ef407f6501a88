import { bodyOf, defineCheck, get, idsIn, pointTo, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

const MINUTE = 60_000

/**
 * A minute before and a minute after, written with offsets so large that comparing the texts gives the opposite.
 */
function operands(lastModified: string): { before: string; after: string } {
  const shifted = (minutes: number, hours: number) =>
    new Date(Date.parse(lastModified) + (minutes + hours * 60) * MINUTE).toISOString().slice(0, 19)
  return { before: `${shifted(-1, 14)}+14:00`, after: `${shifted(1, -12)}-12:00` }
}

const PROBES = [
  ['RFC7644-3.4.2.2-16', 'gt', 'before', true],
  ['RFC7644-3.4.2.2-16', 'gt', 'after', false],
  ['RFC7644-3.4.2.2-17', 'ge', 'before', true],
  ['RFC7644-3.4.2.2-17', 'ge', 'after', false],
  ['RFC7644-3.4.2.2-18', 'lt', 'before', false],
  ['RFC7644-3.4.2.2-18', 'lt', 'after', true],
  ['RFC7644-3.4.2.2-19', 'le', 'before', false],
  ['RFC7644-3.4.2.2-19', 'le', 'after', true],
] as const

export default defineCheck({
  id: 'filter/date-times-compare-as-instants',
  title: 'Filters compare meta.lastModified as an instant in time',
  proves: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-17', 'RFC7644-3.4.2.2-18', 'RFC7644-3.4.2.2-19'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ blocked, endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    await eventually(get(endpoint('User'), { filter: own }), (list) => idsIn(list).includes(id))
    const user = await send(get(path))
    const time = pointTo(bodyOf(user), '/meta/lastModified')
    if (typeof time !== 'string' || !/T.*(Z|[+-]\d\d:\d\d)$/.test(time) || Number.isNaN(Date.parse(time)))
      return blocked('the target gives no meta.lastModified with a time zone')
    const answers: Exchange[] = []
    for (const [, operator, when] of PROBES) {
      const filter = `${own} and meta.lastModified ${operator} "${operands(time)[when]}"`
      answers.push(await send(get(endpoint('User'), { filter })))
    }
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    const id = bodyOf(user)?.id ?? null
    PROBES.forEach(([row, , , hit], index) => {
      const answer = answers[index] as Exchange
      const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
      if (answer.response?.status === 400) return
      const [expected, actual] = [hit ? [id] : [], idsIn(answer)]
      stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    })
  },

  counterexample: ({ user, answers }) =>
    answers.map((one, at) => {
      const Resources = PROBES[at]?.[3] ? [] : [bodyOf(user) ?? {}]
      const byText = { schemas: [URN.listResponse], totalResults: Resources.length, Resources }
      return { user, answers: answers.with(at, answering(one, { body: byText })) }
    }),
})
