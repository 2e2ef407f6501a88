import { bodyOf, createdId, defineCheck, pointTo } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { anybody } from './people.part.ts'

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
  ['RFC7644-3.4.2.2-16', 'lastModified gt', 'before', true],
  ['RFC7644-3.4.2.2-16', 'lastModified gt', 'after', false],
  ['RFC7644-3.4.2.2-17', 'lastModified ge', 'before', true],
  ['RFC7644-3.4.2.2-17', 'created ge', 'after', false],
  ['RFC7644-3.4.2.2-18', 'lastModified lt', 'before', false],
  ['RFC7644-3.4.2.2-18', 'created lt', 'after', true],
  ['RFC7644-3.4.2.2-19', 'lastModified le', 'before', false],
  ['RFC7644-3.4.2.2-19', 'lastModified le', 'after', true],
] as const

export default defineCheck({
  id: 'filter/date-times-compare-as-instants',
  title: 'Filters compare meta.lastModified as an instant in time',
  proves: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-17', 'RFC7644-3.4.2.2-18', 'RFC7644-3.4.2.2-19'],
  needs: { features: ['filter'], resource: 'User' },

  async act(act) {
    const made = await anybody(act)
    const time = pointTo(made.body, '/meta/lastModified')
    if (typeof time !== 'string' || !/T.*(Z|[+-]\d\d:\d\d)$/.test(time) || Number.isNaN(Date.parse(time)))
      return act.blocked('the target gives no meta.lastModified with a time zone')
    const probes = PROBES.map(([, comparison, when, hit]) => ({
      condition: `meta.${comparison} "${operands(time)[when]}"`,
      hit,
    }))
    return { user: made.created, answers: await askAbout(act, made, probes) }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([row, , , hit], index) => {
      const answer = answers[index] as Exchange
      findsOrRefuses(claim(row, answer), answer, hit ? [createdId(user)] : [])
    })
  },

  counterexample: ({ user, answers }) =>
    answers.map((one, at) => {
      const byText = PROBES[at]?.[3] ? listOf() : listOf(bodyOf(user) ?? {})
      return { user, answers: answers.with(at, answering(one, { body: byText })) }
    }),
})
