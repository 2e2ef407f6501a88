import { bodyOf, defineCheck, isSuccess } from '#check'
import { answering } from '#scim'
import { creates, idOf, membersAre, outcomeOf, readGroup, readMade, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/forward-reference-is-kept',
  title: 'A reference to what comes later is resolved or refused',
  proves: ['RFC7644-3.7-26'],
  needs: { features: ['bulk'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: 'Whoever loads groups before people: groups without their people, with success',

  async act(act) {
    const { draft, endpoint } = act
    const members = [{ value: 'bulkId:ola' }]
    const Operations = [
      creates(endpoint('Group'), 'team', draft('Group', { members })),
      creates(endpoint('User'), 'ola', draft('User')),
    ]
    const bulk = await sendBulk(act, { Operations })
    const user = await readMade(act, bulk, 'ola')
    return { bulk, user, ...(await readGroup(act, bulk, 'team', user)) }
  },

  judge({ bulk, user, group, control }, claim) {
    // AMBIGUOUS: AMB-103: that it has to work follows from the order that is kept; many know only what came before.
    const actual = outcomeOf(bulk, 'team')
    const detail = { what: 'status', expected: ['201', '409'], actual }
    claim('RFC7644-3.7-26', bulk).holds(
      ['201', '409', '400'].includes(actual),
      actual === '400' ? { ...detail, reading: 'AMB-103/forward-400' } : detail,
    )
    if (actual !== '201') return
    claim('RFC7644-3.7-26', user).status(200)
    claim('RFC7644-3.7-26', group).status(200)
    if (isSuccess(user) && isSuccess(group))
      claim('RFC7644-3.7-26', group).holds(...membersAre(group, control, [idOf(user)]))
  },

  counterexample: ({ bulk, user, group, control }) => ({
    bulk,
    user,
    group: answering(group, { body: { ...bodyOf(group), members: [] } }),
    control,
  }),
})
