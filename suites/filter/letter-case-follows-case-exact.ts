import { createdId, defineCheck, type Facts } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { type Attribute, findAttribute, findSchema } from '#scim/schema'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses, isKept } from './found.part.ts'

const NAME = 'KmnRw'
const OTHER = 'kMNrW'
/** A condition in letters of the other case, what it looks at, and whether it is met where letter case says nothing. */
const PROBES = [
  [`displayName eq "${OTHER}"`, 'displayName', true],
  [`displayName ne "${OTHER}"`, 'displayName', false],
  [`displayName co "MNR"`, 'displayName', true],
  [`name.familyName eq "${OTHER}"`, 'name.familyName', true],
  [`name.familyName sw "kmNR"`, 'name.familyName', true],
] as const

export default defineCheck({
  id: 'filter/letter-case-follows-case-exact',
  title: 'Letter case counts in a filter where the schema says so only',
  proves: ['RFC7644-3.4.2.2-41', 'RFC7643-7-23'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName', 'name.familyName'] },

  async act(act) {
    const name = { givenName: 'Kari', familyName: NAME }
    const made = await act.shared('User', { displayName: NAME, name })
    // It may keep it in letters of its own where letter case says nothing.
    if (!isKept(made.body.displayName, NAME)) act.blocked('the target did not keep displayName')
    const asked = PROBES.map(([condition, path, hit]) => ({
      condition,
      hit: hit !== isExact(act.facts, path),
    }))
    return { user: made.created, answers: await askAbout(act, made, asked) }
  },

  judge({ user, answers }, claim, { facts }) {
    PROBES.forEach(([, path, hit], index) => {
      const answer = answers[index] as Exchange
      const expected = hit !== isExact(facts, path) ? [createdId(user)] : []
      for (const row of ['RFC7644-3.4.2.2-41', 'RFC7643-7-23'] as const)
        findsOrRefuses(claim(row, answer), answer, expected)
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: listOf({ id: '1' }) })),
  }),
})

/** As the target publishes it (AMB-079); what is not published counts as false. */
function isExact({ schemas }: Facts, path: string): boolean {
  const [name = '', part] = path.split('.')
  const found = findAttribute(findSchema(schemas, URN.user)?.attributes ?? [], name)
  const attribute: Attribute | undefined = part ? findAttribute(found?.subAttributes ?? [], part) : found
  return attribute?.caseExact === true
}
