import { bodyOf, defineCheck, reading } from '#check'
import { answering, member } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

export default defineCheck({
  id: 'create/attribute-names-in-any-letter-case',
  title: 'USERNAME in a create is taken as userName, or refused with 400',
  proves: ['RFC7643-2.1-02'],
  needs: { resource: 'User' },

  async act(act) {
    const { userName = null, ...rest } = act.draft('User')
    const body = { ...rest, USERNAME: userName }
    return createAndRead(act, 'User', body)
  },

  judge({ created, read }, claim) {
    // Names are case-insensitive, JSON members are not; refusing is common.
    const refused = reading('AMB-015/request-names-exact', 400)
    claim('RFC7643-2.1-02', created).status(200, 201, refused, reading('AMB-036/422', 422))
    for (const exchange of read) {
      const sent = member(created.request.body, 'USERNAME')
      const userName = member(exchange.response?.body, 'userName')
      claim('RFC7643-2.1-02', exchange).holds(
        typeof userName === 'string' && userName.toLowerCase() === String(sent).toLowerCase(),
        { expected: sent ?? 'the userName', actual: userName, pointer: '/userName' },
      )
    }
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 500 }), read: [] },
    { created, read: read.map((one) => answering(one, { body: { ...bodyOf(one), userName: null } })) },
  ],
})
