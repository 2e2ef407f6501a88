import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'errors/secret-in-a-filter',
  title: 'A filter on a secret is answered, or refused as sensitive',
  proves: ['RFC7643-7-35', 'RFC7644-7.5.2-03', 'RFC7644-7.5.2-04'],
  needs: { features: ['filter'], resource: 'User', attributes: ['password'] },

  async act({ endpoint, mark, send }) {
    // Only whether there is one: no password stands in a URL.
    const filter = `password pr and externalId eq "${mark('nobody')}"`
    return { answer: await send(get(endpoint('User'), { filter })) }
  },

  judge({ answer }, claim) {
    // AMBIGUOUS: AMB-080: to support it, to find nobody and to refuse it are all allowed.
    const status = answer.response?.status ?? 0
    const keyword = member(bodyOf(answer), 'scimType') ?? null
    const fits = keyword === null || keyword === (status === 403 ? 'sensitive' : 'invalidFilter')
    const unprocessable = reading('AMB-036/422', 422)
    claim('RFC7643-7-35', answer).status(200, 400, 403, 501, unprocessable)
    const stated = claim('RFC7644-7.5.2-03', answer).status(200, 400, 403, 501, unprocessable)
    if (status === 403) stated.has('/status', '403')
    claim('RFC7644-7.5.2-04', answer).holds(status === 200 || status === 501 || fits, {
      what: 'scimType',
      expected: status === 403 ? 'sensitive' : 'invalidFilter',
      actual: keyword,
    })
  },

  counterexample: ({ answer }) => {
    const body = { schemas: [URN.error], status: '403', scimType: 'uniqueness' }
    return [
      { answer: answering(answer, { status: 500, body }) },
      { answer: answering(answer, { status: 403, body }) },
    ]
  },
})
