import { bodyOf, defineCheck, get, isSuccess, memberIds } from '#check'
import { answering } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/refused-members-change-nothing',
  title: 'A PUT refused for an unknown member leaves the Group as it was',
  proves: ['RFC7644-3.12-01'],
  needs: { features: ['put'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Lightdash: one unknown member, and the group was retried for ever (lightdash/lightdash#24458); WSO2 Identity Server: an update deleted everything before it added anything, and a failure in between lost data (wso2/product-is#6005). Cost: data lost, provisioning blocked.',

  async act({ given, mark, missing, send }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const before = await send(get(group.path))
    const nobody = missing('User').split('/').at(-1) ?? ''
    const members = [{ value: nobody }]
    const body = { ...group.sent, displayName: mark('endret'), members }
    const put = await send({ method: 'PUT', path: group.path, body })
    return { before, put, after: await send(get(group.path)) }
  },

  judge({ before, put, after }, claim) {
    // AMB-028: whether a member must exist is the target's to say, and so is what becomes of one that does not.
    const status = put.response?.status ?? 0
    const detail = { what: 'status', expected: 'acceptance or a refusal', actual: status }
    claim('RFC7644-3.12-01', put).holds(status >= 200 && status < 500, detail)
    claim('RFC7644-3.12-01', after).status(200)
    if (isSuccess(put)) return
    claim('RFC7644-3.12-01', after).holds(...sameValue(before, after, 'displayName'))
    const [expected, actual] = [before, after].map((one) => memberIds(bodyOf(one)))
    claim('RFC7644-3.12-01', after).holds(String(expected) === String(actual), {
      expected: expected ?? [],
      actual,
      pointer: '/members',
    })
  },

  counterexample: ({ before, put, after }) => ({
    before,
    put: answering(put, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
