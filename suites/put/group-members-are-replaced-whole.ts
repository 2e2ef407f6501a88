import { bodyOf, defineCheck, elementsOf, get, memberIds, reading } from '#check'
import { answering, type JsonObject } from '#scim'

export default defineCheck({
  id: 'put/group-members-are-replaced-whole',
  title: 'A PUT of a Group leaves exactly the members that it sends',
  proves: ['RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: 'Keycloak: people dropped from the list kept the group (keycloak/keycloak#52752)',

  async act({ given, send }) {
    const [a, b, c] = [await given('User'), await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: a.id }, { value: b.id }] })
    const members = [{ value: b.id }, { value: c.id }]
    const put = await send({ method: 'PUT', path: group.path, body: { ...group.sent, members } })
    return { before: group.created, put, after: await send(get(group.path)) }
  },

  judge({ put, after }, claim) {
    const expected = memberIds(put.request.body as JsonObject)
    const actual = memberIds(bodyOf(after))
    const hidden = actual.length === 0
    const same = actual.length === expected.length && expected.every((value) => actual.includes(value))
    claim('RFC7644-3.5.1-04', put).succeeds()
    claim('RFC7644-3.5.1-04', after)
      .status(200)
      .holds(same || hidden, {
        expected,
        actual,
        pointer: '/members',
        ...(hidden ? { reading: reading('AMB-026/members-absent', true).reading } : {}),
      })
  },

  counterexample: ({ before, put, after }) => {
    const members = elementsOf(before.request.body as never, 'members')
    return { before, put, after: answering(after, { body: { ...bodyOf(after), members } }) }
  },
})
