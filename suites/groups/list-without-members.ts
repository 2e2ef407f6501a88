import { bodyOf, defineCheck, get, idsIn, pointTo, unlessRefused } from '#check'
import { answering, isObject } from '#scim'
import { groupToRead } from './members.part.ts'

export default defineCheck({
  id: 'groups/list-without-members',
  title: 'Groups come without members when these are excluded',
  proves: ['RFC7644-3.9-08'],
  needs: { features: ['filter'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Entra: asks for groups without members; given them, it changed how it writes them (Infisical, PostHog).',

  async act(act) {
    const { send, endpoint, eventually } = act
    const group = await groupToRead(act)
    const excludedAttributes = 'members'
    const filter = `displayName eq ${JSON.stringify(group.sent.displayName)}`
    const listed = await eventually(get(endpoint('Group'), { filter, excludedAttributes }), (seen) =>
      idsIn(seen).includes(group.id),
    )
    await unlessRefused(act, listed, get(endpoint('Group'), { filter }))
    return { one: await send(get(group.path, { excludedAttributes })), listed }
  },

  judge({ one, listed }, claim) {
    claim('RFC7644-3.9-08', one).status(200).has('/displayName').lacks('/members')
    claim('RFC7644-3.9-08', listed)
      .status(200)
      .has('/Resources/0/id', bodyOf(one)?.id ?? '')
      .has('/Resources/0/displayName')
      .lacks('/Resources/0/members')
  },

  counterexample: ({ one, listed }) => {
    const group = pointTo(listed.response?.body, '/Resources/0')
    const Resources = [{ ...(isObject(group) ? group : {}), members: [{ value: 'x' }] }]
    return { one, listed: answering(listed, { body: { ...bodyOf(listed), Resources } }) }
  },
})
