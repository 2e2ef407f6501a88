import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

/** As Okta's test has it: digits alone, which some targets take for one of their own numbers. */
const NOBODY = '00919288221112222'

export default defineCheck({
  id: 'okta/unknown-user-in-words',
  title: 'An id of digits that nobody has gives 404 with a detail',
  proves: ['okta/spec-12', 'okta/spec-04-detail'],
  needs: { resource: 'User' },

  async act({ send, endpoint, missing }) {
    const unknown = await send(get(missing('User')))
    return { unknown, digits: await send(get(`${endpoint('User')}/${NOBODY}`)) }
  },

  judge({ unknown, digits }, claim) {
    claim('okta/spec-12', digits).status(404).errorBody()
    for (const one of [unknown, digits]) claim('okta/spec-04-detail', one).has('/detail')
  },

  counterexample: ({ unknown, digits }) => {
    const silent = (one: typeof unknown) => {
      const { detail: _, ...body } = bodyOf(one) ?? {}
      return answering(one, { status: 400, body })
    }
    return { unknown: silent(unknown), digits: silent(digits) }
  },
})
