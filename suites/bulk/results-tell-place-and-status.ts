import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, member, URN } from '#scim'
import { bulkOf, renames, statusOf } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/results-tell-place-and-status',
  title: 'A bulk result has method, location and status',
  proves: ['RFC7644-3.7-07', 'RFC7644-3.7-14', 'RFC7644-3.7.3-02', 'RFC7644-3.7.3-03'],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, missing, send }) {
    const [kept, gone] = [await given('User'), await given('User')]
    const value = mark('bulk')
    const Operations = [
      renames(kept.path, value),
      { method: 'DELETE', path: gone.path },
      renames(missing('User'), value),
    ]
    return { bulk: await send(bulkOf({ Operations })) }
  },

  judge({ bulk }, claim) {
    claim('RFC7644-3.7-14', bulk).has('/Operations/2')
    elementsOf(bodyOf(bulk), 'Operations').forEach((result, index) => {
      for (const row of ['RFC7644-3.7-14', 'RFC7644-3.7.3-02'] as const)
        claim(row, bulk).has(`/Operations/${index}/location`)
      claim('RFC7644-3.7-07', bulk).has(`/Operations/${index}/method`)
      // AMBIGUOUS: AMB-099: a string; the text also speaks of an object with a code.
      const status = member(result, 'status')
      const code = statusOf(status)
      claim('RFC7644-3.7.3-03', bulk).holds(/^(200|204|404)$/.test(code), {
        expected: ['200', '204', '404'],
        actual: status,
        pointer: `/Operations/${index}/status`,
      })
    })
    claim('RFC7644-3.7-07', bulk).status(200, 207)
    claim('RFC7644-3.7.3-02', bulk).status(200, 207)
    claim('RFC7644-3.7.3-03', bulk).status(200, 207)
  },

  counterexample: ({ bulk }) => {
    const bare = (rest: object) => ({
      schemas: [URN.bulkResponse],
      Operations: [{ ...rest }, { ...rest }, { ...rest }],
    })
    return [
      { bulk: answering(bulk, { body: bare({ method: 'PATCH', status: '200' }) }) },
      { bulk: answering(bulk, { body: bare({ location: 'https://scim.example/Users/1', status: 'done' }) }) },
    ]
  },
})
