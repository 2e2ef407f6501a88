import { bodyOf, defineCheck, elementsOf, get, memberIds } from '#check'
import { answering, type Exchange, type JsonObject, member, sameJson } from '#scim'

const nameIn = (body: JsonObject | undefined) => String(member(body, 'displayName'))

export default defineCheck({
  id: 'put/group-members-are-replaced-whole',
  title: 'A PUT renames a Group and leaves exactly the members it sends',
  proves: ['RFC7643-3.1-07', 'RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Keycloak: people dropped from the list kept the group (keycloak/keycloak#52752); SCIM Gateway: a rename was lost (jelhub/scimgateway#95); LiteLLM: membership was stored in two places, and a PUT changed one (BerriAI/litellm#14057); Bitwarden: without a configuration to read, a client fell back to PUT, which ignored members (bitwarden/server#2919); SimpleIdServer SCIM: A PUT that left a member out was refused because members counted as immutable (simpleidserver/SimpleIdServer#697). Cost: access not revoked, wrong access.',

  async act({ given, mark, send }) {
    const [a, b, c] = [await given('User'), await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: a.id }, { value: b.id }] })
    const before = await send(get(group.path))
    const members = [{ value: b.id }, { value: c.id }]
    const put = await send({
      method: 'PUT',
      path: group.path,
      body: { ...group.sent, displayName: mark('Nytt namn'), members },
    })
    return { before, put, after: await send(get(group.path)) }
  },

  judge({ before, put, after }, claim) {
    const sent = put.request.body as JsonObject
    claim('RFC7643-3.1-07', after)
      .status(200)
      .has('/id', bodyOf(before)?.id ?? null)
    claim('RFC7644-3.5.1-04', put).succeeds()
    const name = { expected: nameIn(sent), actual: nameIn(bodyOf(after)), pointer: '/displayName' }
    claim('RFC7644-3.5.1-04', after)
      .status(200)
      .holds(name.actual.toLowerCase() === name.expected.toLowerCase(), name)
    const members = { expected: memberIds(sent), actual: memberIds(bodyOf(after)), pointer: '/members' }
    // Whoever showed members before has no reason to hide them now.
    const hidden = memberIds(bodyOf(before)).length === 0 && members.actual.length === 0
    claim('RFC7644-3.5.1-04', after).holds(
      hidden || sameJson(members.actual, members.expected),
      hidden ? { ...members, reading: 'AMB-026/members-absent' } : members,
    )
  },

  counterexample: ({ before, put, after }) => {
    const shows = (members: JsonObject['members']): Exchange =>
      answering(after, { body: { ...bodyOf(after), members: members ?? null } })
    return [
      { before, put, after: shows(elementsOf(bodyOf(before), 'members')) },
      { before, put, after: shows([]) },
      { before, put, after: answering(after, { body: bodyOf(before) }) },
      { before, put, after: answering(after, { status: 404, body: { detail: 'not found' } }) },
    ]
  },
})
