import { type Act, bodyOf, type Claims, get, type RequirementId } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

/** Requirement, condition on displayName, and whether the user meets it. */
type Probe<R extends RequirementId> = readonly [row: R, condition: string, hit: boolean]
type Answers = { readonly user: Exchange; readonly answers: readonly Exchange[] }

/** What checks of string operators have in common: one user with this displayName, asked for in many ways. */
export function probesOfDisplayName<R extends RequirementId>(word: string, probes: readonly Probe<R>[]) {
  return {
    async act(act: Act): Promise<Answers> {
      const { blocked, given, send } = act
      const made = await given('User', { displayName: word })
      const user = await send(get(made.path))
      if (bodyOf(user)?.displayName !== word) blocked('the target did not keep displayName')
      const { ask } = await findable(act, made)
      const answers: Exchange[] = []
      for (const [, condition] of probes) answers.push(await send(ask(`displayName ${condition}`)))
      return { user, answers }
    },

    judge({ user, answers }: Answers, claim: Claims<R>) {
      probes.forEach(([row, , hit], index) => {
        const answer = answers[index] as Exchange
        findsOrRefuses(claim(row, answer), answer, hit ? [idOf(user)] : [])
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
