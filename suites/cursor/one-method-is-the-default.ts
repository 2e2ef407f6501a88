import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { nextOf, pagedUsers } from './walk.part.ts'

/** The methods that a partial page lets a client go on with. */
function methodsOf(page: Exchange): string[] {
  return [
    ...(bodyOf(page)?.startIndex === undefined ? [] : ['index']),
    ...(nextOf(page) === undefined ? [] : ['cursor']),
  ]
}

export default defineCheck({
  id: 'cursor/one-method-is-the-default',
  title: 'A query without startIndex and cursor is paged by the default method',
  proves: ['RFC9865-2.4-02', 'RFC9865-4-05'],
  needs: { features: ['cursor', 'index', 'filter', 'serviceProviderConfig'], resource: 'User' },

  async act(act) {
    const { list } = await pagedUsers(act)
    const config = await act.send(get('/ServiceProviderConfig'))
    return { config, one: await act.send(list({ count: 1 })), two: await act.send(list({ count: 2 })) }
  },

  judge({ config, one, two }, claim) {
    const method = pointTo(bodyOf(config), '/pagination/defaultPaginationMethod')
    for (const page of [one, two]) {
      const actual = methodsOf(page)
      const steady = actual.length > 0 && sameJson(actual, methodsOf(one))
      const detail = { what: 'paging method', expected: 'the same for each query', actual }
      claim('RFC9865-2.4-02', page).status(200).holds(steady, detail)
      const fits = typeof method !== 'string' || actual.includes(method)
      for (const row of ['RFC9865-2.4-02', 'RFC9865-4-05'] as const)
        claim(row, page).holds(fits, { what: 'paging method', expected: method ?? null, actual })
    }
  },

  counterexample: ({ config, one, two }) => {
    const { startIndex: _, nextCursor: __, ...body } = bodyOf(two) ?? {}
    return { config, one, two: answering(two, { body }) }
  },
})
