import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, member, URN } from '#scim'
import { creates, outcomeOf, readMade, renames, resultOf, sendBulk, withResult } from './bulk.part.ts'

const ROWS = ['RFC7644-3.7-20', 'RFC7644-3.7.3-03', 'RFC7644-3.7.3-05'] as const

export default defineCheck({
  id: 'bulk/errors-stay-with-their-operation',
  title: 'Below the limit of errors only what cannot be done is left out',
  proves: [...ROWS, 'RFC7644-3.7-15', 'RFC7644-3.7-17', 'RFC7644-3.7.3-04', 'RFC7644-3.12-31'],
  needs: { features: ['bulk', 'patch'], resource: 'User' },
  breaks:
    'Whoever loads people in bulk: one who is there already costs all who come behind; SimpleIdServer SCIM: bulk reported 201 and stored nothing (simpleidserver/SimpleIdServer#286). Cost: data lost.',

  async act(act) {
    const { draft, endpoint, mark, missing } = act
    const [path, first] = [endpoint('User'), draft('User')]
    const Operations = [
      creates(path, 'en', first),
      creates(path, 'igjen', { ...draft('User'), userName: first.userName ?? '' }),
      renames(missing('User'), mark('bulk')),
      creates(path, 'to', draft('User')),
    ]
    const bulk = await sendBulk(act, { failOnErrors: 3, Operations })
    return { bulk, one: await readMade(act, bulk, 'en'), two: await readMade(act, bulk, 'to') }
  },

  judge({ bulk, one, two }, claim) {
    const actual = [
      outcomeOf(bulk, 'en'),
      outcomeOf(bulk, 'igjen'),
      outcomeOf(bulk, 2),
      outcomeOf(bulk, 'to'),
    ]
    for (const row of ROWS) {
      const expected = ['201', '409', '404', '201']
      const same = actual.every((status, at) => status === expected[at])
      claim(row, bulk).holds(same, { what: 'status of the results', expected, actual })
      claim(row, one).status(200).has('/userName')
      claim(row, two).status(200).has('/userName')
    }
    const at = elementsOf(bodyOf(bulk), 'Operations').indexOf(resultOf(bulk, 'igjen') ?? null)
    const error = `/Operations/${Math.max(0, at)}/response`
    claim('RFC7644-3.7-15', bulk).has(error)
    claim('RFC7644-3.7-17', bulk).has(`${error}/schemas`, [URN.error])
    claim('RFC7644-3.7.3-04', bulk).has(`${error}/detail`)
    const keyword = member(resultOf(bulk, 'igjen')?.response, 'scimType')
    const detail = { expected: 'uniqueness', actual: keyword, pointer: `${error}/scimType` }
    claim('RFC7644-3.12-31', bulk).holds(
      keyword === 'uniqueness' || keyword === undefined,
      keyword === undefined ? { ...detail, reading: 'AMB-035/keyword-missing' } : detail,
    )
  },

  counterexample: ({ bulk, one, two }) => {
    const changed = (response: null | { schemas: string[]; scimType: string }) =>
      answering(bulk, { body: withResult(bulk, 'igjen', { response }) })
    const gone = answering(two, { status: 404, body: { schemas: [URN.error], status: '404' } })
    return [
      { bulk, one, two: gone },
      { bulk: changed(null), one, two },
      { bulk: changed({ schemas: [URN.user], scimType: 'noTarget' }), one, two },
    ]
  },
})
