import { bodyOf, defineCheck } from '#check'
import { answering, type Json, type JsonObject, member } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

const reversed = (value: Json): Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([k, v]) => [k, reversed(v)]),
      )
    : value

const lower = (value: Json | undefined) => (typeof value === 'string' ? value.toLowerCase() : undefined)

export default defineCheck({
  id: 'create/order-of-members-is-irrelevant',
  title: 'The order of attributes in a new User makes no difference',
  proves: ['RFC7643-2.3.8-01', 'RFC7643-2.3.8-02'],
  needs: { resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act(act) {
    const { schemas = null, ...rest } = act.draft('User')
    const body = { ...(reversed(rest) as JsonObject), schemas }
    return createAndRead(act, 'User', body)
  },

  judge({ created, read }, claim) {
    claim('RFC7643-2.3.8-01', created).succeeds()
    claim('RFC7643-2.3.8-02', created).succeeds()
    for (const exchange of read) {
      const sent = member(created.request.body, 'userName')
      const userName = member(exchange.response?.body, 'userName')
      claim('RFC7643-2.3.8-02', exchange).holds(lower(userName) === lower(sent), {
        expected: sent ?? 'the userName',
        actual: userName,
        pointer: '/userName',
      })
    }
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 400 }), read: [] },
    { created, read: read.map((one) => answering(one, { body: { ...bodyOf(one), userName: null } })) },
  ],
})
