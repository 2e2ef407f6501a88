import { bodyOf, createdId, defineCheck, idsIn, isUnassigned, optionalTexts, reading } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { listOf, NOBODY } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { anybody } from './people.part.ts'

/** Conditions on an attribute, the title say, of a user who has none, and whether it is met. */
const probesOf = (name: string) => [
  { condition: `not (${name} eq "Renholder")`, hit: true },
  { condition: `${name} eq "Renholder"`, hit: false },
  { condition: `${name} eq ""`, hit: false },
]

export default defineCheck({
  id: 'filter/missing-values-are-not-equal',
  title: 'A user without a value is not found by eq but by its opposite',
  proves: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-26'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'Databases know a third truth value: who has no title is in neither of the two lists',

  async act(act) {
    const made = await anybody(act)
    const name = optionalTexts(act).find((one) => isUnassigned(made.body[one]))
    if (!name) return act.notOffered('the target gives a title to who has none')
    return { user: made.created, answers: await askAbout(act, made, probesOf(name)) }
  },

  judge({ user, answers }, claim) {
    const [opposite, ...equal] = answers as unknown as [Exchange, Exchange, Exchange]
    for (const list of equal) findsOrRefuses(claim('RFC7644-3.4.2.2-10', list), list, [])
    const stated = claim('RFC7644-3.4.2.2-26', opposite)
    stated.status(200, reading('AMB-074/operator-unsupported', 400))
    if (opposite.response?.status === 400) return
    const [expected, actual] = [[createdId(user)], idsIn(opposite)]
    // AMBIGUOUS: AMB-068: whether what is not there differs.
    const skipped = actual.length === 0 ? { reading: 'AMB-068/not-skips-unassigned' as const } : {}
    const fits = actual.length === 0 || sameJson(actual, expected)
    stated.holds(fits, { what: 'ids found', expected, actual, ...skipped })
  },

  counterexample: ({ user, answers }) => {
    const [opposite, ...equal] = answers as unknown as [Exchange, Exchange, Exchange]
    const found = listOf(bodyOf(user) ?? {})
    return {
      user,
      answers: [
        answering(opposite, { body: NOBODY }),
        ...equal.map((one) => answering(one, { body: found })),
      ],
    }
  },
})
