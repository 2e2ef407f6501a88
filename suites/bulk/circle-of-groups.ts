import { bodyOf, defineCheck, isSuccess } from '#check'
import { answering, URN } from '#scim'
import { creates, idOf, membersAre, outcomeOf, readMade, sendBulk } from './bulk.part.ts'

const ROWS = ['RFC7644-3.7.1-01', 'RFC7644-3.7.1-02'] as const

export default defineCheck({
  id: 'bulk/circle-of-groups',
  title: 'Groups in each other are made in one request, or refused with 409',
  proves: ROWS,
  needs: { features: ['bulk'], resource: 'Group', attributes: ['members.value'] },

  async act(act) {
    const { draft, endpoint, notOffered } = act
    const group = (bulkId: string, ...names: string[]) => {
      const members = names.map((name) => ({ value: `bulkId:${name}` }))
      return creates(endpoint('Group'), bulkId, draft('Group', names.length > 0 ? { members } : {}))
    }
    const Operations = [group('indre'), group('ytre', 'indre'), group('a', 'b'), group('b', 'a')]
    const bulk = await sendBulk(act, { Operations })
    if (outcomeOf(bulk, 'indre') === '201' && outcomeOf(bulk, 'ytre') !== '201')
      notOffered('the target does not take groups as members of groups')
    // Of groups in groups, one that shows its members shows that members are shown.
    const control = await readMade(act, bulk, 'ytre', 'Group')
    const [a, b] = [await readMade(act, bulk, 'a', 'Group'), await readMade(act, bulk, 'b', 'Group')]
    return { bulk, control, a, b }
  },

  judge({ bulk, control, a, b }, claim) {
    // A server that refuses the request as a whole answers all of its operations.
    const actual = [outcomeOf(bulk, 'a'), outcomeOf(bulk, 'b')]
    const isMade = actual.every((status) => status === '201')
    const isRefused =
      actual.every((status) => ['409', '400'].includes(status)) && !isSuccess(a) && !isSuccess(b)
    const detail = { what: 'status of both', expected: '201 or 409', actual }
    const lenient = isRefused && actual.includes('400')
    for (const row of ROWS) {
      claim(row, bulk).holds(
        isMade || isRefused,
        lenient ? { ...detail, reading: 'AMB-103/circular-400' } : detail,
      )
    }
    if (!isMade) return
    claim('RFC7644-3.7.1-01', a).status(200)
    claim('RFC7644-3.7.1-01', b).status(200)
    if (!isSuccess(a) || !isSuccess(b)) return
    claim('RFC7644-3.7.1-01', a).holds(...membersAre(a, control, [idOf(b)]))
    claim('RFC7644-3.7.1-01', b).holds(...membersAre(b, control, [idOf(a)]))
  },

  counterexample: ({ bulk, control, a, b }) => [
    { bulk, control, a: answering(a, { body: { ...bodyOf(a), members: [] } }), b },
    { bulk: answering(bulk, { status: 500, body: { schemas: [URN.error], status: '500' } }), control, a, b },
  ],
})
