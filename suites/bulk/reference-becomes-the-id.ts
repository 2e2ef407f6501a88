import { bodyOf, defineCheck, isSuccess } from '#check'
import { answering } from '#scim'
import {
  creates,
  idOf,
  membersAre,
  outcomeOf,
  readGroup,
  readMade,
  resultOf,
  sendBulk,
  withResult,
} from './bulk.part.ts'

const ROWS = ['RFC7644-3.7-23', 'RFC7644-3.7-24', 'RFC7644-3.7.2-01', 'RFC7644-3.7.2-02'] as const

export default defineCheck({
  id: 'bulk/reference-becomes-the-id',
  title: 'A Group and its new member can be created in one request',
  proves: ROWS,
  needs: { features: ['bulk'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: 'Whoever loads people and groups together: groups without their people (incident family P8)',

  async act(act) {
    const { draft, endpoint } = act
    const members = [{ value: 'bulkId:kari' }]
    const Operations = [
      creates(endpoint('User'), 'kari', draft('User')),
      creates(endpoint('Group'), 'vakt', draft('Group', { members })),
    ]
    const bulk = await sendBulk(act, { Operations })
    const user = await readMade(act, bulk, 'kari')
    return { bulk, user, ...(await readGroup(act, bulk, 'vakt', user)) }
  },

  judge({ bulk, user, group, control }, claim) {
    for (const bulkId of ['kari', 'vakt']) {
      const [actual, echoed] = [outcomeOf(bulk, bulkId), resultOf(bulk, bulkId)?.bulkId]
      claim('RFC7644-3.7-24', bulk).holds(echoed === bulkId, {
        what: 'bulkId',
        expected: bulkId,
        actual: echoed,
      })
      claim('RFC7644-3.7-23', bulk).holds(actual === '201', { what: 'status', expected: '201', actual })
    }
    for (const row of ['RFC7644-3.7.2-01', 'RFC7644-3.7.2-02'] as const) {
      claim(row, user).status(200)
      claim(row, group).status(200)
      if (isSuccess(user) && isSuccess(group))
        claim(row, group).holds(...membersAre(group, control, [idOf(user)]))
    }
  },

  counterexample: ({ bulk, user, group, control }) => {
    const literal = { ...bodyOf(group), members: [{ value: 'bulkId:kari' }] }
    return [
      { bulk, user, group: answering(group, { body: literal }), control },
      { bulk: answering(bulk, { body: withResult(bulk, 'kari', { bulkId: null }) }), user, group, control },
    ]
  },
})
