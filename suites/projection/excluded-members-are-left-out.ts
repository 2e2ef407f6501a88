import { bodyOf, defineCheck, elementsOf, get, idsIn, unlessRefused } from '#check'
import { answering, member } from '#scim'
import { placeIn } from './place.part.ts'

export default defineCheck({
  id: 'projection/excluded-members-are-left-out',
  title: 'excludedAttributes=members leaves the members of a Group out',
  proves: ['RFC7644-3.4.2.5-06', 'RFC7644-3.9-07'],
  needs: { resource: ['Group', 'User'], attributes: ['members'] },
  breaks:
    'Entra: changes from add to replace when members show all the same (PostHog/posthog#47336). Cost: data lost.',

  each: ({ features, schemas }) => {
    const members = schemas.flatMap(({ attributes }) => attributes).find(({ name }) => name === 'members')
    if (members?.returned === 'always') return []
    return [{ name: 'by id' }, ...(features.filter.offered ? [{ name: 'in a list' }] : [])]
  },

  async act({ address, of, shared, sharedMark, endpoint, send, eventually, notOffered }) {
    const user = await shared('User', { userName: address(sharedMark('gruppemedlem')) })
    const group = await shared('Group', { members: [{ value: user.id }] })
    const full = await send(get(group.path))
    if (of.name === 'by id')
      return { full, cut: await send(get(group.path, { excludedAttributes: 'members' })) }
    const filter = `displayName eq "${String(group.sent.displayName)}"`
    const list = get(endpoint('Group'), { filter, excludedAttributes: 'members' })
    const cut = await eventually(list, (exchange) => idsIn(exchange).includes(group.id))
    return { full, cut: await unlessRefused({ send, notOffered }, cut, get(endpoint('Group'), { filter })) }
  },

  judge({ full, cut }, claim, { of }) {
    const id = member(bodyOf(full), 'id')
    const at = of.name === 'by id' ? '' : placeIn(cut, full)
    claim('RFC7644-3.9-07', cut)
      .status(200)
      .has(`${at}/id`, id ?? null)
    claim('RFC7644-3.4.2.5-06', cut).has(`${at}/displayName`).lacks(`${at}/members`)
  },

  counterexample: ({ full, cut }, { of }) => {
    const { id: _, ...rest } = bodyOf(full) ?? {}
    const body = { ...rest, members: [...elementsOf(bodyOf(full), 'members'), { value: 'one' }] }
    const wrong = of.name === 'by id' ? body : { ...bodyOf(cut), Resources: [body] }
    return { full, cut: answering(cut, { body: wrong }) }
  },
})
