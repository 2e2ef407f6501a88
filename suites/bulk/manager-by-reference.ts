import { bodyOf, defineCheck, isSuccess } from '#check'
import { answering, type Exchange, type Json, type JsonObject, member, URN } from '#scim'
import { creates, idOf, outcomeOf, readMade, sendBulk } from './bulk.part.ts'

const MANAGER = `${URN.enterpriseUser}:manager`

export default defineCheck({
  id: 'bulk/manager-by-reference',
  title: 'A manager made in the same request is found by bulkId',
  proves: ['RFC7644-3.7.2-03'],
  needs: { features: ['bulk'], resource: 'User', attributes: [MANAGER] },
  breaks: 'Whoever loads an organisation: people without a manager, or with one that is nobody',

  async act(act) {
    const { draft, endpoint } = act
    const Operations = [
      creates(endpoint('User'), 'leder', draft('User')),
      creates(endpoint('User'), 'ansatt', managed(draft('User'), 'leder')),
    ]
    const bulk = await sendBulk(act, { Operations })
    return { bulk, manager: await readMade(act, bulk, 'leder'), user: await readMade(act, bulk, 'ansatt') }
  },

  judge({ bulk, manager, user }, claim) {
    const status = outcomeOf(bulk, 'ansatt')
    claim('RFC7644-3.7.2-03', bulk).holds(status === '201', {
      what: 'status',
      expected: '201',
      actual: status,
    })
    claim('RFC7644-3.7.2-03', manager).status(200)
    claim('RFC7644-3.7.2-03', user).status(200)
    if (!isSuccess(manager) || !isSuccess(user)) return
    const [expected, actual] = [idOf(manager), managerOf(user)]
    claim('RFC7644-3.7.2-03', user).holds(actual === expected, { what: 'manager', expected, actual })
  },

  counterexample: ({ bulk, manager, user }) => ({
    bulk,
    manager,
    user: answering(user, { body: managed(bodyOf(user) ?? {}, 'leder') }),
  }),
})

function managed(user: JsonObject, bulkId: string): JsonObject {
  const extension = member(user, URN.enterpriseUser) as JsonObject | undefined
  return {
    ...user,
    schemas: [...new Set([...((user.schemas ?? []) as string[]), URN.enterpriseUser])],
    [URN.enterpriseUser]: { ...extension, manager: { value: `bulkId:${bulkId}` } },
  }
}

function managerOf(user: Exchange): Json | undefined {
  return member(member(member(bodyOf(user), URN.enterpriseUser), 'manager'), 'value')
}
