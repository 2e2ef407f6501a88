import { type Act, bodyOf, type Claims, createdId, type RequirementId } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses, isKept } from './found.part.ts'
import { called } from './people.part.ts'

/** The displayName that all of them ask for: letters that no other name in the run has in this order. */
const WORD = 'kmnpt'

/** Requirement, condition on displayName, and whether the user who is called kmnpt meets it. */
type Probe<R extends RequirementId> = readonly [row: R, condition: string, hit: boolean]
type Answers = { readonly user: Exchange; readonly answers: readonly Exchange[] }

/** What checks of string operators have in common: one user with one displayName, asked for in many ways. */
export function probesOfDisplayName<R extends RequirementId>(probes: readonly Probe<R>[]) {
  return {
    async act(act: Act): Promise<Answers> {
      const made = await called(act, WORD)
      if (!isKept(made.body.displayName, WORD)) act.blocked('the target did not keep displayName')
      const asked = probes.map(([, condition, hit]) => ({ condition: `displayName ${condition}`, hit }))
      return { user: made.created, answers: await askAbout(act, made, asked) }
    },

    judge({ user, answers }: Answers, claim: Claims<R>) {
      probes.forEach(([row, , hit], index) => {
        const answer = answers[index] as Exchange
        findsOrRefuses(claim(row, answer), answer, hit ? [createdId(user)] : [])
      })
    },

    counterexample: ({ user, answers }: Answers) => {
      const unfiltered = listOf(bodyOf(user) ?? {}, { id: '2' })
      return answers.map((one, at) => ({
        user,
        answers: answers.with(at, answering(one, { body: unfiltered })),
      }))
    },
  }
}
