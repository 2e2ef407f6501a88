import { defineCheck, get, resourcesIn, unlessRefused } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'errors/refused-group-leaves-nothing',
  title: 'A Group that was refused is not there',
  proves: ['RFC7644-3.12-01'],
  needs: { resource: 'Group', features: ['filter'], attributes: ['displayName', 'members'] },
  breaks: 'Errors with side effects: incident family D5.',

  async act({ draft, endpoint, notOffered, send }) {
    // What a member is has to be said in an object or, at the least, in a string.
    const body = draft('Group', { members: [7] })
    const refused = await send({ method: 'POST', path: endpoint('Group'), body })
    const filter = `displayName eq "${String(body.displayName)}"`
    const found = await send(get(endpoint('Group'), { filter }))
    return { refused, found: await unlessRefused({ send, notOffered }, found) }
  },

  judge({ refused, found }, claim) {
    const name = String(member(refused.request.body, 'displayName')).toLowerCase()
    const same = resourcesIn(found).filter((one) => String(one.displayName).toLowerCase() === name)
    // To leave the odd member out and make the group is another way to deal with it.
    const expected = (refused.response?.status ?? 0) >= 400 ? 0 : 1
    claim('RFC7644-3.12-01', found)
      .status(200)
      .holds(same.length === expected, { what: 'groups with that name', expected, actual: same.length })
  },

  counterexample: ({ refused, found }) => {
    const group = { ...(refused.request.body as object), id: '2819' }
    const body = { schemas: [URN.listResponse], totalResults: 1, Resources: [group] }
    return { refused, found: answering(found, { body }) }
  },
})
