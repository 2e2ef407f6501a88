import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { newUser } from './new-user.part.ts'

const NAMES = ['/userName', '/name/givenName', '/name/familyName'] as const

const sentAs = (created: Exchange) =>
  NAMES.map((pointer) => [pointer, pointTo(created.request.body, pointer) ?? null] as const)

export default defineCheck({
  id: 'okta/new-user-is-as-sent',
  title: 'A new user is active and is read with what was sent',
  proves: ['okta/spec-02', 'okta/spec-06', 'okta/spec-07'],
  needs: { resource: 'User' },
  breaks:
    'Without the object in the answer Okta ends with "returned empty user"; active false makes it activate again and again',

  async act(act) {
    const { created, path } = await act.given('User', newUser(act))
    return { created, read: await act.send(get(path)) }
  },

  judge({ created, read }, claim) {
    const schemas = bodyOf(created)?.schemas
    const answer = claim('okta/spec-06', created)
      .status(201)
      .has('/id')
      .has('/active', true)
      .holds(Array.isArray(schemas) && schemas.includes(URN.user), {
        expected: URN.user,
        actual: schemas,
        pointer: '/schemas',
      })
    for (const [pointer, value] of sentAs(created)) answer.has(pointer, value)
    const again = claim('okta/spec-07', read).status(200)
    for (const [pointer, value] of sentAs(created)) again.has(pointer, value)
    const whole = claim('okta/spec-02', read)
      .status(200)
      .has('/id', bodyOf(created)?.id ?? null)
    for (const pointer of [...NAMES, '/active', '/emails/0/value']) whole.has(pointer)
  },

  counterexample: ({ created, read }) => ({
    created: answering(created, { body: { ...bodyOf(created), active: false } }),
    read: answering(read, { body: { ...bodyOf(read), name: null } }),
  }),
})
