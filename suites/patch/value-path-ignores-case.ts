import { bodyOf, defineCheck, type Facts, get, patch } from '#check'
import { answering, type Exchange } from '#scim'
import { address, emailsAre, mail } from './emails.part.ts'

const STEPS = [
  { path: 'EMAILS[TYPE eq "home"].VALUE', label: 'three' },
  { path: 'emails[type EQ "home"].value', label: 'four' },
  { path: 'emails[type eq "HOME"].value', label: 'five' },
]

/** A target may say in its schema that types are told apart by case; then nothing matches the last path. */
function steps({ schemas }: Facts) {
  const all = schemas.flatMap(({ attributes }) => attributes)
  const emails = all.find(({ name }) => name.toLowerCase() === 'emails')
  const type = emails?.subAttributes.find(({ name }) => name.toLowerCase() === 'type')
  return type?.caseExact ? STEPS.slice(0, 2) : STEPS
}

export default defineCheck({
  id: 'patch/value-path-ignores-case',
  title: 'PATCH reads a value path without regard to case, values included',
  proves: ['RFC7644-3.10-05', 'RFC7644-3.5.2.3-08'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  async act(act) {
    const { facts, given, send } = act
    const user = await given('User', { emails: [mail(act, 'one', 'work'), mail(act, 'two', 'home')] })
    const [sent, after]: [Exchange[], Exchange[]] = [[], []]
    for (const { path, label } of steps(facts)) {
      sent.push(await send(patch(user.path, { op: 'replace', path, value: address(act, label) })))
      after.push(await send(get(user.path)))
    }
    return { sent, after }
  },

  judge({ sent, after }, claim) {
    sent.forEach((answer, index) => {
      const [state, step] = [after[index] as Exchange, STEPS[index]]
      const row = index === 0 ? 'RFC7644-3.10-05' : 'RFC7644-3.5.2.3-08'
      claim(row, answer).succeeds()
      claim(row, state).holds(...emailsAre(state, [step?.label ?? '', 'one'].sort()))
    })
  },

  counterexample: ({ sent, after }) => ({
    sent: sent.map((one) => answering(one, { status: 400 })),
    after: after.map((one) => answering(one, { body: { ...bodyOf(one), emails: [] } })),
  }),
})
