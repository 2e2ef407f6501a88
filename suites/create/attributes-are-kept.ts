import { bodyOf, defineCheck } from '#check'
import { answering, type Json, member } from '#scim'
import { readFullUser, singles } from './full-user.part.ts'

const plain = (value: Json | undefined) => (typeof value === 'string' ? value.toLowerCase() : value)

export default defineCheck({
  id: 'create/attributes-are-kept',
  title: 'A single-valued attribute of a new User is stored and returned',
  proves: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  needs: { resource: 'User' },
  breaks:
    'WSO2 outbound provisioning: A create that failed behind the gateway was answered with success (wso2/product-is#7580); Scimitar: /Schemas listed attributes that were not stored (pond/scimitar#120). Cost: wrong access, cosmetic.',

  each: singles,

  async act(act) {
    const { read } = await readFullUser(act, { [act.of.name]: act.of.value ?? null })
    return { read }
  },

  judge({ read }, claim, { of }) {
    const actual = member(read.response?.body, of.name)
    const detail = { expected: of.value ?? null, actual, pointer: `/${of.name}` }
    claim('RFC7643-7-36', read).status(200).has(`/${of.name}`)
    // caseExact is false unless published otherwise, and then the letter case is the target's.
    claim('RFC7644-3.4-02', read).holds(plain(actual) === plain(of.value), detail)
  },

  counterexample: ({ read }, { of }) => ({
    read: answering(read, { body: { ...bodyOf(read), [of.name]: null } }),
  }),
})
