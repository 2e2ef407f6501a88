import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, URN } from '#scim'
import { whereOptional } from './optional.part.ts'

const CASES = [
  { name: 'URN', asked: `${URN.user}:userName` },
  { name: 'URN, name in other letter case', asked: `${URN.user}:USERNAME` },
  { name: 'other letter case', asked: 'USERNAME' },
]

export default defineCheck({
  id: 'projection/names-may-carry-the-urn',
  title: 'A core attribute can be named with its schema URN in front',
  proves: ['RFC7644-3.4.2.5-05', 'RFC7644-3.10-01', 'RFC7644-3.10-05'],
  needs: { resource: 'User', attributes: ['displayName'] },

  each: (facts) => whereOptional(facts, ['displayName'], CASES),

  async act({ of, given, send }) {
    const user = await given('User')
    const full = await send(get(user.path))
    return { full, cut: await send(get(user.path, { attributes: String(of.asked) })) }
  },

  judge({ full, cut }, claim) {
    const userName = pointTo(bodyOf(full), '/userName') ?? null
    for (const row of ['RFC7644-3.10-01', 'RFC7644-3.10-05'] as const)
      claim(row, cut).status(200).has('/userName', userName)
    claim('RFC7644-3.4.2.5-05', cut).has('/id').has('/userName', userName).lacks('/displayName')
  },

  counterexample: ({ full, cut }) => ({
    full,
    cut: answering(cut, { body: { id: pointTo(bodyOf(full), '/id') ?? null } }),
  }),
})
