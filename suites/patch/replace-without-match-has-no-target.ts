import { defineCheck, get, patch } from '#check'
import { answering, sameJson } from '#scim'
import { address, emailsAre, labels, mail } from './emails.part.ts'

export default defineCheck({
  id: 'patch/replace-without-match-has-no-target',
  title: 'PATCH replace by a value path without match answers noTarget',
  proves: ['RFC7644-3.5.2.3-09'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  async act(act) {
    const { given, send } = act
    const user = await given('User', { emails: [mail(act, 'one', 'work')] })
    const path = 'emails[type eq "home"].value'
    const replaced = await send(patch(user.path, { op: 'replace', path, value: address(act, 'two') }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const status = replaced.response?.status ?? 0
    const accepted = status === 200 || status === 204
    const created = accepted && sameJson(labels(after), ['one', 'two'])
    claim('RFC7644-3.5.2.3-09', replaced).holds(status === 400 || created, {
      what: 'status',
      expected: 400,
      actual: status,
      ...(created ? { reading: 'AMB-053/created' as const } : {}),
    })
    if (accepted) return
    claim('RFC7644-3.5.2.3-09', replaced).scimType('noTarget')
    claim('RFC7644-3.5.2.3-09', after).holds(...emailsAre(after, ['one']))
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 204, body: undefined }),
    after,
  }),
})
