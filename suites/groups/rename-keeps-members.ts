import { bodyOf, defineCheck, get, idsIn, patch, pointTo } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { changeGroup, membersAre, membersSent } from './members.part.ts'

const nameIn = ({ request }: Exchange) => String(pointTo(request.body, '/Operations/0/value'))

export default defineCheck({
  id: 'groups/rename-keeps-members',
  title: 'Renaming a group keeps its members and its id, and queries see it',
  proves: ['RFC7644-3.5.2.3-02', 'RFC7643-3.1-07'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Found by its old name only, the group is made a second time or never again (jelhub/scimgateway#95, ory/polis#3559); Sentry: PATCH took booleans and objects and refused every text (getsentry/sentry#79354); Sentry: only one of the two spellings of a PATCH was understood (getsentry/sentry#27199). Cost: access not revoked, wrong access.',

  async act(act) {
    const { endpoint, eventually, facts } = act
    const name = act.mark('24-7')
    const seen = await changeGroup(act, { members: 3 }, ({ path }) =>
      patch(path, { op: 'replace', path: 'displayName', value: name }),
    )
    const id = String(bodyOf(seen.before)?.id)
    const by = (displayName: unknown) =>
      get(endpoint('Group'), { filter: `displayName eq ${JSON.stringify(displayName)}` })
    const lists: Exchange[] = []
    if (facts.features.filter.offered) {
      lists.push(await eventually(by(name), (list) => idsIn(list).includes(id)))
      const old = pointTo(seen.created.request.body, '/displayName')
      lists.push(await eventually(by(old), (list) => !idsIn(list).includes(id)))
    }
    return { ...seen, lists }
  },

  judge({ created, before, changed, after, lists }, claim) {
    const expected = membersSent(created)
    const [wanted, actual] = [nameIn(changed), bodyOf(after)?.displayName]
    claim('RFC7644-3.5.2.3-02', changed).succeeds()
    claim('RFC7644-3.5.2.3-02', after)
      .holds(String(actual).toLowerCase() === wanted.toLowerCase(), {
        expected: wanted,
        actual,
        pointer: '/displayName',
      })
      .holds(...membersAre(before, after, expected))
    const id = String(bodyOf(before)?.id)
    lists.forEach((list, index) => {
      // Whether such a filter is understood is for others to say.
      if (list.response?.status !== 200) return
      const [isNew, found] = [index === 0, idsIn(list)]
      const what = `groups found by the ${isNew ? 'new' : 'old'} name`
      const detail = { what, expected: isNew ? [id] : `without ${id}`, actual: found }
      claim('RFC7644-3.5.2.3-02', list).holds(found.includes(id) === isNew, detail)
    })
    claim('RFC7643-3.1-07', after).has('/id', id)
  },

  counterexample: ({ after, lists, ...seen }) => [
    {
      ...seen,
      lists,
      after: answering(after, { body: { ...bodyOf(after), id: 'another', members: [] } }),
    },
    {
      ...seen,
      after,
      lists: lists.map((one) =>
        answering(one, { body: { schemas: [URN.listResponse], totalResults: 0, Resources: [] } }),
      ),
    },
  ],
})
