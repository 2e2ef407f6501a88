import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, type JsonObject, URN } from '#scim'

const NUMBER = '000420'

export default defineCheck({
  id: 'create/leading-zeros-are-kept',
  title: 'A string of digits stays a string and keeps its leading zeros',
  proves: ['RFC7643-2.3-02'],
  needs: { resource: 'User' },

  each: ({ schemas }) => {
    const isPublished = (urn: string, wanted: string) =>
      schemas.some(({ id, attributes }) => id === urn && attributes.some(({ name }) => name === wanted))
    return [
      { name: 'title', urn: URN.user },
      { name: 'nickName', urn: URN.user },
      { name: 'costCenter', urn: URN.enterpriseUser },
      { name: 'employeeNumber', urn: URN.enterpriseUser },
    ].filter(({ name, urn }) => isPublished(urn, name))
  },

  async act({ of, given, send }) {
    const value = { [of.name]: NUMBER }
    const user = await given('User', of.urn === URN.user ? value : { [String(of.urn)]: value })
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
