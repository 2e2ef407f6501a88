import { bodyOf, defineCheck } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { byName } from './findable.part.ts'
import { isKept } from './found.part.ts'
import { called } from './people.part.ts'
import { askAboutTwo, findsOfTwo } from './two-users.part.ts'

/** A and B stand for `userName eq …`, B1 and A1 for `displayName eq …`; each with the users found. */
const PROBES = [
  { filter: 'A or B and B1', hits: 'AB' },
  { filter: 'A or B and A1', hits: 'A' },
  { filter: 'B and A1 or A', hits: 'A' },
  { filter: 'A and A1 or B', hits: 'AB' },
  { filter: '(A or B) and B1', hits: 'B' },
  { filter: 'B and (A1 or B1)', hits: 'B' },
  { filter: 'not (A) and B', hits: 'B' },
  { filter: 'B and not (A) or A', hits: 'AB' },
] as const

export default defineCheck({
  id: 'filter/and-binds-before-or',
  title: 'Filters bind in the order parentheses, not, and, or',
  proves: ['RFC7644-3.4.2.2-35'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const names = [act.sharedMark('foerste'), act.sharedMark('andre')] as const
    const [a, b] = [await called(act, names[0]), await called(act, names[1])]
    if ([a, b].some(({ body }, at) => !isKept(body.displayName, names[at] ?? '')))
      act.blocked('the target did not keep displayName')
    const terms = {
      A: byName(a),
      B: byName(b),
      A1: `displayName eq "${names[0]}"`,
      B1: `displayName eq "${names[1]}"`,
    }
    return { users: [a.created, b.created], answers: await askAboutTwo(act, terms, PROBES) }
  },

  judge({ users, answers }, claim) {
    PROBES.forEach(({ hits }, index) => {
      const answer = answers[index] as Exchange
      findsOfTwo(claim('RFC7644-3.4.2.2-35', answer), answer, users, hits)
    })
  },

  counterexample: ({ users, answers }) => {
    const leftToRight = listOf(bodyOf(users[1] as Exchange) ?? {})
    return { users, answers: answers.map((answer) => answering(answer, { body: leftToRight })) }
  },
})
