import { bodyOf, defineCheck, pointTo } from '#check'
import { answering } from '#scim'
import { NAME, readFullUser } from './full-user.part.ts'

export default defineCheck({
  id: 'create/name-is-kept',
  title: 'The name of a new User is returned, in parts or formatted',
  proves: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  needs: { resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act(act) {
    const { read } = await readFullUser(act, { name: { ...NAME } })
    return { read }
  },

  judge({ read }, claim) {
    const textAt = (name: string) => String(pointTo(bodyOf(read), `/name/${name}`)).toLowerCase()
    const parts = ['givenName', 'familyName'] as const
    const inParts = parts.every((name) => textAt(name) === NAME[name].toLowerCase())
    // A target may give either form (RFC 7643 section 4.1.1), and may write `formatted` its own way.
    const formatted = parts.every((name) => textAt('formatted').includes(NAME[name].toLowerCase()))
    claim('RFC7643-7-36', read).status(200).has('/name')
    claim('RFC7644-3.4-02', read).holds(inParts || formatted, {
      expected: { ...NAME },
      actual: pointTo(bodyOf(read), '/name'),
      pointer: '/name',
    })
  },

  counterexample: ({ read }) => ({
    read: answering(read, { body: { ...bodyOf(read), name: null } }),
  }),
})
