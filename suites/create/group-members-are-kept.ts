import { bodyOf, defineCheck, elementsOf, get, memberIds, reading } from '#check'
import { answering, type JsonObject } from '#scim'

export default defineCheck({
  id: 'create/group-members-are-kept',
  title: 'A Group created with members has exactly these',
  proves: ['RFC7643-4.2-04'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: 'Bitwarden ignored members sent on group create, with success (bitwarden/server#2919)',

  async act({ given, send }) {
    const users = [await given('User'), await given('User')]
    const group = await given('Group', { members: users.map(({ id }) => ({ value: id })) })
    return { created: group.created, read: await send(get(group.path)) }
  },

  judge({ created, read }, claim) {
    const sent = memberIds(created.request.body as JsonObject)
    const actual = memberIds(bodyOf(read))
    const hidden = actual.length === 0
    const same = actual.length === sent.length && sent.every((id) => actual.includes(id))
    claim('RFC7643-4.2-04', read)
      .status(200)
      .holds(same || hidden, {
        expected: sent,
        actual,
        pointer: '/members',
        ...(hidden ? { reading: reading('AMB-026/members-absent', true).reading } : {}),
      })
  },

  counterexample: ({ created, read }) => ({
    created,
    read: answering(read, {
      body: { ...bodyOf(read), members: elementsOf(bodyOf(read), 'members').slice(1) },
    }),
  }),
})
