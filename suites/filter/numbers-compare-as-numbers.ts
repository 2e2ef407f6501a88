import { createdId, defineCheck, escapeToken, extensionIntegers, pointTo } from '#check'
import { answering, type Exchange } from '#scim'
import { EVERYBODY } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'

/** What is asked of a user that has 9, and whether it is met: as texts, 9 is more than 10. */
const PROBES = [
  ['RFC7644-3.4.2.2-16', 'gt 10', false],
  ['RFC7644-3.4.2.2-17', 'ge 9', true],
  ['RFC7644-3.4.2.2-18', 'lt 10', true],
  ['RFC7644-3.4.2.2-19', 'le 10', true],
] as const

export default defineCheck({
  id: 'filter/numbers-compare-as-numbers',
  title: 'gt, ge, lt and le compare integers as numbers',
  proves: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-17', 'RFC7644-3.4.2.2-18', 'RFC7644-3.4.2.2-19'],
  needs: { features: ['filter'], resource: 'User' },

  each: (facts) => extensionIntegers(facts).slice(0, 1),

  async act(act) {
    const { urn, attribute } = act.of
    const made = await act.shared('User', { [urn]: { [attribute]: 9 } }).catch((error) => {
      // It may set limits that no schema tells of.
      if (error?.exchange?.response?.status === 400) act.notOffered('the target refuses the number')
      throw error
    })
    if (pointTo(made.body, `/${escapeToken(urn)}/${escapeToken(attribute)}`) !== 9)
      act.blocked('the target did not keep the number')
    const asked = PROBES.map(([, test, hit]) => ({ condition: `${urn}:${attribute} ${test}`, hit }))
    return { user: made.created, answers: await askAbout(act, made, asked) }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([row, , hit], index) => {
      const answer = answers[index] as Exchange
      findsOrRefuses(claim(row, answer), answer, hit ? [createdId(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one, at) =>
      answering(one, {
        body: at === 0 ? { ...EVERYBODY, Resources: [{ id: '1' }] } : { ...EVERYBODY, totalResults: 0 },
      }),
    ),
  }),
})
