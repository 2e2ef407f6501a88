import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'create/user-name-is-unique-in-any-letter-case',
  title: 'A userName in other letter case counts as the same',
  proves: ['RFC7643-4.1.1-04'],
  needs: { resource: 'User' },

  async act({ given, draft, endpoint, send }) {
    const first = await given('User')
    const body = draft('User', { userName: String(first.sent.userName).toUpperCase() })
    return { second: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ second }, claim, { facts }) {
    const schema = facts.schemas.find(({ id }) => id === URN.user)
    const exact = schema?.attributes.find(({ name }) => name === 'userName')?.caseExact === true
    const published = exact ? [reading('AMB-079/metadata', 201)] : []
    claim('RFC7643-4.1.1-04', second).status(409, reading('AMB-037/400', 400), ...published)
  },

  counterexample: ({ second }) => ({ second: answering(second, { status: 200, body: { id: '2' } }) }),
})
