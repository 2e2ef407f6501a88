import { bodyOf, type Case, defineCheck, escapeToken, type Facts, get, pointTo } from '#check'
import { answering, type JsonObject, URN } from '#scim'

const NUMBER = '000420'

function digits({ schemas }: Facts) {
  const isPublished = (urn: string, wanted: string) =>
    schemas.some(({ id, attributes }) => id === urn && attributes.some(({ name }) => name === wanted))
  return [
    { name: 'title', urn: URN.user },
    { name: 'nickName', urn: URN.user },
    { name: 'costCenter', urn: URN.enterpriseUser },
    { name: 'employeeNumber', urn: URN.enterpriseUser },
  ].filter(({ name, urn }) => isPublished(urn, name))
}

export default defineCheck({
  id: 'create/leading-zeros-are-kept',
  title: 'A string of digits stays a string and keeps its leading zeros',
  proves: ['RFC7643-2.3-02'],
  needs: { resource: 'User' },

  each: digits,

  async act({ of, facts, given, shared, send }) {
    const numbered = (cases: readonly Case[], urn: string) => {
      const own = cases.filter((one) => one.urn === urn)
      const values = Object.fromEntries(own.map(({ name }) => [name, NUMBER]))
      return own.length === 0 ? {} : urn === URN.user ? values : { [urn]: values }
    }
    const having = (cases: readonly Case[]) => ({
      ...numbered(cases, URN.user),
      ...numbered(cases, URN.enterpriseUser),
    })
    // One User with all of them; where the target will not have that, one with this alone.
    const user = await shared('User', having(digits(facts))).catch(() => given('User', having([of])))
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim, { of }) {
    const container = of.urn === URN.user ? '' : `/${escapeToken(String(of.urn))}`
    claim('RFC7643-2.3-02', read).status(200).has(`${container}/${of.name}`, NUMBER)
  },

  counterexample: ({ read }, { of }) => {
    const isCore = of.urn === URN.user
    const old = (isCore ? bodyOf(read) : pointTo(bodyOf(read), `/${String(of.urn)}`)) as JsonObject
    const changed = { ...old, [of.name]: 420 }
    const body = isCore ? changed : { ...bodyOf(read), [String(of.urn)]: changed }
    return { read: answering(read, { body }) }
  },
})
