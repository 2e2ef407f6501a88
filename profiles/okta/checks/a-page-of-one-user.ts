import { bodyOf, defineCheck, get } from '#check'
import { answering, member, URN } from '#scim'

const NUMBERS = ['itemsPerPage', 'startIndex', 'totalResults'] as const

export default defineCheck({
  id: 'okta/a-page-of-one-user',
  title: 'A page of one user is a ListResponse with its numbers',
  proves: ['okta/spec-01'],
  needs: { features: ['index'], resource: 'User' },
  breaks: 'Okta tests its credentials with this request and stops at an endpoint that insists on a filter',

  async act({ shared, send, endpoint }) {
    // So that there is one.
    await shared('User')
    return { page: await send(get(endpoint('User'), { count: 1, startIndex: 1 })) }
  },

  judge({ page }, claim) {
    const body = bodyOf(page)
    const [schemas, shown] = [member(body, 'schemas'), member(body, 'Resources')]
    const size = Array.isArray(shown) ? shown.length : 0
    const first = claim('okta/spec-01', page)
      .status(200)
      .holds(Array.isArray(schemas) && schemas.includes(URN.listResponse), {
        expected: URN.listResponse,
        actual: schemas,
        pointer: '/schemas',
      })
      .holds(size === 1, { what: 'number of Resources', expected: 1, actual: size })
    for (const name of NUMBERS) {
      const actual = member(body, name)
      first.holds(Number.isInteger(actual), { expected: 'a whole number', actual, pointer: `/${name}` })
    }
  },

  counterexample: ({ page }) => ({
    page: answering(page, { body: { ...bodyOf(page), totalResults: '1' } }),
  }),
})
