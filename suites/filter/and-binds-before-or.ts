import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { byName } from './findable.part.ts'
import { askAboutTwo, findsOfTwo } from './two-users.part.ts'

/** A and B stand for `userName eq …`, B1 and A1 for `displayName eq …`; each with the users found. */
const PROBES = [
  ['A or B and B1', 'AB'],
  ['A or B and A1', 'A'],
  ['B and A1 or A', 'A'],
  ['A and A1 or B', 'AB'],
  ['(A or B) and B1', 'B'],
  ['B and (A1 or B1)', 'B'],
  ['not (A) and B', 'B'],
  ['B and not (A) or A', 'AB'],
] as const

export default defineCheck({
  id: 'filter/and-binds-before-or',
  title: 'Filters bind in the order parentheses, not, and, or',
  proves: ['RFC7644-3.4.2.2-35'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const { blocked, given, mark, send } = act
    const names = [mark('first'), mark('second')] as const
    const a = await given('User', { displayName: names[0] })
    const b = await given('User', { displayName: names[1] })
    const users = [await send(get(a.path)), await send(get(b.path))]
    if (users.some((user, at) => bodyOf(user)?.displayName !== names[at]))
      blocked('the target did not keep displayName')
    const terms = {
      A: byName(a),
      B: byName(b),
      A1: `displayName eq "${names[0]}"`,
      B1: `displayName eq "${names[1]}"`,
    }
    const filters = PROBES.map(([filter]) => filter)
    return { users, answers: await askAboutTwo(act, [a, b], terms, filters) }
  },

  judge({ users, answers }, claim) {
    PROBES.forEach(([, hits], index) => {
      const answer = answers[index] as Exchange
      findsOfTwo(claim('RFC7644-3.4.2.2-35', answer), answer, users, hits)
    })
  },

  counterexample: ({ users, answers }) => {
    const leftToRight = listOf(bodyOf(users[1] as Exchange) ?? {})
    return { users, answers: answers.map((answer) => answering(answer, { body: leftToRight })) }
  },
})
