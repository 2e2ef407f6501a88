import { bodyOf, defineCheck, get, isSuccess, patch } from '#check'
import { answering, type Exchange } from '#scim'
import { membersAre, membersSent, membersToBe } from './members.part.ts'

export default defineCheck({
  id: 'groups/member-with-companions',
  title: 'It is the value that tells who becomes a member',
  proves: ['RFC7643-4.2-04', 'RFC7644-3.5.2.1-06'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Windmill: members were picked by their display, so the wrong person got in (windmill-labs/windmill#7204); Microsoft SCIM reference code / strict servers: A member was refused for a sub-attribute besides its value (AzureAD/SCIMReferenceCode#20). Cost: wrong access, provisioning blocked.',

  async act(act) {
    const { given, send } = act
    const [first, second, third] = await membersToBe(act, 3)
    const group = await given('Group', { members: [{ value: first?.id ?? '' }] })
    const before = await send(get(group.path))
    const { location } = (second?.body.meta ?? {}) as { location?: string }
    const reference = { value: second?.id ?? '', type: 'User', ...(location ? { $ref: location } : {}) }
    const referred = await send(patch(group.path, { op: 'add', path: 'members', value: [reference] }))
    const afterReferred = await send(get(group.path))
    // The name is somebody else's, who is in the group already.
    const named = { value: third?.id ?? '', display: first?.body.displayName ?? null }
    const misnamed = await send(patch(group.path, { op: 'add', path: 'members', value: [named] }))
    return {
      created: group.created,
      before,
      referred,
      afterReferred,
      misnamed,
      after: await send(get(group.path)),
    }
  },

  judge({ created, before, referred, afterReferred, misnamed, after }, claim) {
    const added = ({ request }: Exchange) => JSON.stringify(request.body)
    const [one] = membersSent(created)
    const idIn = (exchange: Exchange) => /"value":"([^"]+)"/.exec(added(exchange))?.[1] ?? ''
    const both = [one ?? '', idIn(referred)]
    claim('RFC7644-3.5.2.1-06', referred).succeeds()
    claim('RFC7644-3.5.2.1-06', afterReferred).holds(...membersAre(before, afterReferred, both))
    // display is no sub-attribute of members in the schema of the RFC, so it may be refused.
    claim('RFC7643-4.2-04', misnamed).status(200, 204, 400)
    const all = isSuccess(misnamed) ? [...both, idIn(misnamed)] : both
    claim('RFC7643-4.2-04', after).holds(...membersAre(before, after, all))
  },

  counterexample: ({ referred, after, ...seen }) => ({
    ...seen,
    referred: answering(referred, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'somebody else' }] } }),
  }),
})
