import { bodyOf, defineCheck, get, isSuccess, patch } from '#check'
import { answering, type Exchange } from '#scim'
import { codesAre, notUnderstood, userWithAddresses } from './addresses.part.ts'

const STEPS = [
  { filter: 'postalCode eq "12-3" and locality eq "2"', value: '11-1', hits: ['2'] },
  { filter: 'locality eq "1" or locality eq "3"', value: '22-2', hits: ['1', '3'] },
  { filter: 'postalCode eq "22-2" and not (locality eq "3")', value: '33-3', hits: ['1'] },
]

export default defineCheck({
  id: 'patch/value-path-combines-conditions',
  title: 'PATCH selects elements by conditions joined with and, or and not',
  proves: ['RFC7644-3.5.2.3-08', 'RFC7644-3.5.2-09'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['addresses.type', 'addresses.postalCode', 'addresses.locality'],
  },
  breaks:
    'WSO2: with two conditions in the brackets nothing was removed, and 200 answered (wso2/product-is#7040). Cost: access not revoked.',

  async act(act) {
    const { send } = act
    const { path: user } = await userWithAddresses(act, ['work', 'home', 'other'])
    const [sent, after]: [Exchange[], Exchange[]] = [[], []]
    for (const { filter, value } of STEPS) {
      sent.push(await send(patch(user, { op: 'replace', path: `addresses[${filter}].postalCode`, value })))
      after.push(await send(get(user)))
    }
    return { sent, after }
  },

  judge({ sent, after }, claim) {
    const codes = new Map(['1', '2', '3'].map((locality) => [locality, '12-3']))
    STEPS.forEach(({ value, hits }, index) => {
      const [answer, state] = [sent[index] as Exchange, after[index] as Exchange]
      if (isSuccess(answer)) for (const locality of hits) codes.set(locality, value)
      const expected = [...codes].map(([locality, code]) => `${locality}: ${code}`)
      claim('RFC7644-3.5.2-09', answer).status(200, 204, ...notUnderstood(answer))
      claim('RFC7644-3.5.2.3-08', state).holds(...codesAre(state, expected))
    })
  },

  counterexample: ({ sent, after }) => [
    { sent: sent.map((one) => answering(one, { status: 500 })), after },
    { sent, after: after.map((one) => answering(one, { body: { ...bodyOf(one), addresses: [] } })) },
  ],
})
