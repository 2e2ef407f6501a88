import { bodyOf, defineCheck, get, memberIds, resourcesIn, unlessRefused } from '#check'
import { answering, sameJson } from '#scim'
import { membersSent } from './members.part.ts'

export default defineCheck({
  id: 'groups/list-shows-what-get-shows',
  title: 'A group has the same members in a list as when read by id',
  proves: ['RFC7644-3.4-02'],
  needs: { features: ['filter'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Hive Console: groups in a list had no members (graphql-hive/console#8352); authentik: a group by itself had none (goauthentik/authentik#25330). Cost: access not revoked, wrong access.',

  async act(act) {
    const { endpoint, eventually, given, send } = act
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const filter = `displayName eq ${JSON.stringify(group.sent.displayName)}`
    const list = await eventually(get(endpoint('Group'), { filter }), (seen) => resourcesIn(seen).length > 0)
    await unlessRefused(act, list)
    return { created: group.created, read: await send(get(group.path)), list }
  },

  judge({ created, read, list }, claim) {
    const id = bodyOf(read)?.id
    const listed = resourcesIn(list).find((one) => one.id === id)
    claim('RFC7644-3.4-02', list).holds(listed !== undefined, { expected: id ?? null, actual: null })
    const [one, other, answered] = [listed, bodyOf(read), bodyOf(created)].map((seen) => memberIds(seen))
    // A target need not show members (AMB-026), or may leave them out of each answer; where it shows them it shows all.
    const isShown = [one, other, answered].some((ids) => (ids?.length ?? 0) > 0)
    const expected = isShown ? membersSent(created) : []
    claim('RFC7644-3.4-02', list).holds(sameJson(one ?? [], expected), {
      expected,
      actual: one,
      what: 'members in the list',
    })
    claim('RFC7644-3.4-02', read).holds(sameJson(other ?? [], expected), {
      expected,
      actual: other,
      what: 'members of the group by itself',
    })
  },

  counterexample: ({ created, read, list }) => ({
    created,
    read,
    list: answering(list, {
      body: {
        ...bodyOf(list),
        Resources: resourcesIn(list).map((one) => ({ ...one, members: [{ value: 'somebody else' }] })),
      },
    }),
  }),
})
