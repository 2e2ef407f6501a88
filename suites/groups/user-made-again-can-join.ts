import { bodyOf, createdId, defineCheck, get, memberIds, patch } from '#check'
import { answering } from '#scim'
import { adding } from './members.part.ts'

export default defineCheck({
  id: 'groups/user-made-again-can-join',
  title: 'Who is deleted and made again can join a group',
  proves: ['RFC7644-3.5.2.1-06'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Sentry: the old id was looked up, and the whole group could not be changed any more (getsentry/sentry#122540). Cost: provisioning blocked.',

  async act({ blocked, endpoint, given, send }) {
    const user = await given('User')
    const group = await given('Group')
    await send({ method: 'DELETE', path: user.path })
    const again = await send({ method: 'POST', path: endpoint('User'), body: user.sent })
    const id = createdId(again)
    // Whether a name can be used again is for others to say.
    if (!id || again.response?.status !== 201) return blocked('the User could not be made again')
    const added = await send(patch(group.path, adding({ value: id })))
    return { again, added, after: await send(get(group.path)) }
  },

  judge({ again, added, after }, claim) {
    const members = memberIds(bodyOf(after))
    const id = createdId(again) ?? ''
    claim('RFC7644-3.5.2.1-06', added).succeeds()
    // Members need not be shown (AMB-026).
    claim('RFC7644-3.5.2.1-06', after).holds(members.length === 0 || members.includes(id), {
      what: 'members',
      expected: [id],
      actual: members,
    })
  },

  counterexample: ({ again, added, after }) => ({
    again,
    added: answering(added, { status: 404 }),
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'of before' }] } }),
  }),
})
