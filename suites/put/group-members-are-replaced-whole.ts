import { bodyOf, defineCheck, elementsOf, get, memberIds, reading } from '#check'
import { answering, type JsonObject, member } from '#scim'

export default defineCheck({
  id: 'put/group-members-are-replaced-whole',
  title: 'A PUT renames a Group and leaves exactly the members it sends',
  proves: ['RFC7643-3.1-07', 'RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Keycloak: people dropped from the list kept the group (keycloak/keycloak#52752); SCIM Gateway: a rename was lost (jelhub/scimgateway#95)',

  async act({ given, mark, send }) {
    const [a, b, c] = [await given('User'), await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: a.id }, { value: b.id }] })
    const members = [{ value: b.id }, { value: c.id }]
    const put = await send({
      method: 'PUT',
      path: group.path,
      body: { ...group.sent, displayName: mark('Nytt namn'), members },
    })
    return { before: group.created, put, after: await send(get(group.path)) }
  },

  judge({ before, put, after }, claim) {
    const [sent, name] = [put.request.body, bodyOf(after)].map((body) => member(body, 'displayName'))
    claim('RFC7644-3.5.1-04', after).holds(String(name).toLowerCase() === String(sent).toLowerCase(), {
      expected: sent ?? null,
      actual: name,
      pointer: '/displayName',
    })
    const id = member(bodyOf(before), 'id')
    if (id !== undefined) claim('RFC7643-3.1-07', after).has('/id', id)
    claim('RFC7643-3.1-07', after).status(200)
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
    return [
      { before, put, after: answering(after, { body: { ...bodyOf(after), members } }) },
      { before, put, after: answering(after, { body: bodyOf(before) }) },
      { before, put, after: answering(after, { status: 404, body: { detail: 'not found' } }) },
    ]
  },
})
